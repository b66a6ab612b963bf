/* Kernels whose every result is compared with the processor's own (gpu.md G21), and PTX of newer versions (G22). */
#include "cuda.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static float random_float(uint32_t *state) { return (float) (random_next(state) >> 8) / 16777216.0f; }

static float chain(float x) {
    float y = x;
    for (int i = 0; i < 64; i++) y = (float) ((double) y * x + 0.5); /* the product of two floats is exact in a double */
    return y;
}

static bool near(float is, float expected) {
    float off = is > expected ? is - expected : expected - is;
    return off <= 1e-4f * expected; /* not so for NaN */
}

struct work {
    float *a, *b, *c;
    pointer da, db, dc;
    uint32_t seed;
};

static bool right(const struct work *work, const char *kernel, size_t i) {
    uint32_t word;
    if (!strcmp(kernel, "vadd")) return work->c[i] == work->a[i] + work->b[i];
    if (!strcmp(kernel, "fma")) return near(work->c[i], chain(work->a[i]));
    memcpy(&word, &work->c[i], sizeof word);
    return word == mix((uint32_t) i ^ work->seed);
}

static int kernel(struct gpu *gpu, struct work *work, const char *name) {
    /* the chain costs the processor 64 steps an element, so it is shorter */
    uint64_t n = strcmp(name, "fma") ? CHUNK : CHUNK / 16;
    size_t size = CHUNK * sizeof(float), wrong = 0, first = 0;
    void *vadd[] = {&work->da, &work->db, &work->dc, &n}, *hash[] = {&work->dc, &n, &work->seed};
    void *fma[] = {&work->da, &work->dc, &n};
    void **parameters = !strcmp(name, "vadd") ? vadd : !strcmp(name, "hash") ? hash : fma;
    memset(work->c, 0xff, size); /* poison, NaN as a float: what is not written is wrong */
    if (CU(gpu->number, cuMemcpyHtoD_v2, work->dc, work->c, size)) return CALL_FAILED;
    if (CU(gpu->number, cuCtxSynchronize)) return CALL_FAILED;
    double began = now_ms();
    if (gpu_run(gpu, name, gpu_blocks(gpu), parameters) || CU(gpu->number, cuCtxSynchronize)) return CALL_FAILED;
    double ms = now_ms() - began;
    if (CU(gpu->number, cuMemcpyDtoH_v2, work->c, work->dc, size)) return CALL_FAILED;
    for (size_t i = 0; i < n; i++) {
        if (right(work, name, i)) continue;
        if (!wrong++) first = i;
    }
    line_fact("kernel", stage_name);
    line_int("device", gpu->number);
    line_text("kernel", name);
    line_uint("elements", n);
    line_int("wrong", (long long) wrong);
    line_int_or_null("first_wrong", wrong > 0, (long long) first);
    line_ms("ms", ms);
    line_end();
    return wrong ? WRONG_DATA : RAN;
}

int stage_compute(int device) {
    static const char *const names[] = {"vadd", "hash", "fma"};
    struct gpu gpu;
    struct work work = {.seed = mix(options.seed + (uint32_t) device)};
    char path[1100];
    size_t size = CHUNK * sizeof(float);
    int worst = RAN, code = gpu_open(&gpu, device);
    /* PTX is compiled by a library of its own, which has to be of the same version */
    if (mapped_path("libnvidia-ptxjitcompiler.so", path, sizeof path)) library_open("libnvidia-ptxjitcompiler.so.1", true);
    if (code) return code;
    work.a = malloc(size), work.b = malloc(size), work.c = malloc(size);
    if (!work.a || !work.b || !work.c) return CALL_FAILED;
    uint32_t state = work.seed;
    for (size_t i = 0; i < CHUNK; i++) {
        work.a[i] = random_float(&state);
        work.b[i] = random_float(&state) * 100;
    }
    if (CU(device, cuMemAlloc_v2, &work.da, size) || CU(device, cuMemAlloc_v2, &work.db, size)
            || CU(device, cuMemAlloc_v2, &work.dc, size)) return CALL_FAILED;
    if (CU(device, cuMemcpyHtoD_v2, work.da, work.a, size) || CU(device, cuMemcpyHtoD_v2, work.db, work.b, size)) {
        return CALL_FAILED;
    }
    for (int i = 0; i < 3; i++) {
        code = kernel(&gpu, &work, names[i]);
        if (code == CALL_FAILED) return code; /* after a failed launch the context is dead */
        if (code > worst) worst = code;
    }
    CU(device, cuMemFree_v2, work.da);
    CU(device, cuMemFree_v2, work.db);
    CU(device, cuMemFree_v2, work.dc);
    CU(device, cuDevicePrimaryCtxRelease_v2, gpu.device);
    return worst;
}

int stage_ptx(int device) {
    struct gpu gpu;
    int code = cuda_open(false), failed = 0;
    if (code) return code;
    if (CU(device, cuInit, 0)) return CALL_FAILED;
    code = gpu_context(&gpu, device);
    if (code) return code;
    for (int i = 0; i < options.ptx_isas; i++) {
        char text[256];
        snprintf(text, sizeof text, ".version %.8s\n.target sm_50\n.address_size 64\n.visible .entry trivial()\n{\n ret;\n}\n",
            options.ptx_isa[i]);
        failed |= gpu_load(&gpu, text, options.ptx_isa[i], "sm_50");
    }
    return failed ? CALL_FAILED : RAN;
}
