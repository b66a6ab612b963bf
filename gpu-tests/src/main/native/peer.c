/* Copies between devices: what one says of the other, and whether the bytes arrive (gpu.md G29). */
#include "cuda.h"
#include <stdlib.h>
#include <string.h>

static int copy(struct gpu *from, struct gpu *to, bool direct, pointer source, pointer target, uint32_t seed) {
    size_t size = CHUNK * 4;
    uint32_t *words = malloc(size);
    long long wrong = 0;
    if (!words) return CALL_FAILED;
    memset(words, 0xff, size);
    if (CU(to->number, cuCtxSetCurrent, to->context) || CU(to->number, cuMemcpyHtoD_v2, target, words, size)) return CALL_FAILED;
    if (CU(from->number, cuCtxSetCurrent, from->context)) return CALL_FAILED;
    if (CU(from->number, cuMemcpyPeer, target, to->context, source, from->context, size)) return CALL_FAILED;
    if (CU(from->number, cuCtxSynchronize) || CU(to->number, cuCtxSetCurrent, to->context)) return CALL_FAILED;
    if (CU(to->number, cuMemcpyDtoH_v2, words, target, size)) return CALL_FAILED;
    for (uint32_t i = 0; i < CHUNK; i++) wrong += words[i] != mix(i ^ seed);
    free(words);
    line_fact("peer", stage_name);
    line_int("device", from->number);
    line_int("peer", to->number);
    line_bool("can", direct);
    line_text("method", direct ? "direct" : "staged");
    line_int("elements", CHUNK);
    line_int("wrong", wrong);
    line_end();
    return wrong ? WRONG_DATA : RAN;
}

static int pair(struct gpu *from, int number, pointer source, uint32_t seed) {
    struct gpu to;
    pointer target = 0;
    int can = 0;
    if (gpu_context(&to, number)) return CALL_FAILED;
    if (CU(from->number, cuDeviceCanAccessPeer, &can, from->device, to.device)) return CALL_FAILED;
    if (CU(number, cuMemAlloc_v2, &target, CHUNK * 4) || CU(from->number, cuCtxSetCurrent, from->context)) return CALL_FAILED;
    if (can && CU(from->number, cuCtxEnablePeerAccess, to.context, 0)) return CALL_FAILED;
    return copy(from, &to, can != 0, source, target, seed);
}

int stage_peer(int device) {
    struct gpu gpu;
    pointer source = 0;
    uint64_t n = CHUNK;
    uint32_t seed = mix(options.seed ^ 0x70656572u ^ (uint32_t) device);
    void *parameters[] = {&source, &n, &seed};
    int worst = RAN, code = gpu_open(&gpu, device);
    if (code) return code;
    if (CU(device, cuMemAlloc_v2, &source, CHUNK * 4)) return CALL_FAILED;
    if (gpu_run(&gpu, "hash", gpu_blocks(&gpu), parameters) || CU(device, cuCtxSynchronize)) return CALL_FAILED;
    for (int i = 0; i < shared->devices; i++) {
        if (i == device) continue;
        code = pair(&gpu, i, source, seed);
        if (code > worst) worst = code;
    }
    return worst;
}
