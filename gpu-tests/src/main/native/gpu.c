/* One device: its primary context (what frameworks use too), our kernels on it, and launches. */
#include "cuda.h"
#include <string.h>

__asm__(".section .rodata\n"
        "kernels_begin: .incbin \"kernels.ptx\"\n"
        "kernels_end: .byte 0\n"
        ".text\n");
extern const char kernels_begin[], kernels_end[];

enum { JIT_ERROR_LOG = 5, JIT_ERROR_LOG_SIZE = 6 };

int gpu_context(struct gpu *gpu, int number) {
    gpu->number = number;
    gpu->module = NULL;
    if (CU(number, cuDeviceGet, &gpu->device, number)) return CALL_FAILED;
    if (CU(number, cuDeviceGetAttribute, &gpu->sms, 16, gpu->device)) return CALL_FAILED;
    if (CU(number, cuDevicePrimaryCtxRetain, &gpu->context, gpu->device)) return CALL_FAILED;
    return CU(number, cuCtxSetCurrent, gpu->context) ? CALL_FAILED : RAN;
}

int gpu_load(struct gpu *gpu, const char *ptx, const char *isa, const char *target) {
    static char log[512];
    int keys[] = {JIT_ERROR_LOG, JIT_ERROR_LOG_SIZE};
    void *values[] = {log, (void *) (uintptr_t) (sizeof log - 1)};
    char name[32];
    memset(log, 0, sizeof log);
    int rc = CU(gpu->number, cuModuleLoadDataEx, &gpu->module, ptx, 2, keys, values);
    line_fact("ptx", stage_name);
    line_int("device", gpu->number);
    line_text("isa", isa);
    line_text("target", target);
    line_int("rc", rc);
    line_text("name", cuda_name(rc, name, sizeof name));
    line_text("log", *log ? log : NULL);
    line_end();
    return rc;
}

/* Our kernels are for the oldest target; where a driver of some later day no longer takes it, a newer one is tried. */
static int load_kernels(struct gpu *gpu) {
    static const char *const tries[][2] = {{"6.0", "sm_50"}, {"6.0", "sm_70"}, {"6.3", "sm_75"}};
    static char text[32768];
    for (int i = 0; i < 3; i++) {
        memcpy(text, kernels_begin, (size_t) (kernels_end - kernels_begin));
        char *version = strstr(text, ".version 6.0"), *target = strstr(text, ".target sm_50");
        if (!version || !target) return CALL_FAILED;
        memcpy(version + 9, tries[i][0], 3);
        memcpy(target + 8, tries[i][1], 5);
        if (gpu_load(gpu, text, tries[i][0], tries[i][1]) == 0) return RAN;
    }
    return CALL_FAILED;
}

int gpu_open(struct gpu *gpu, int number) {
    int code = cuda_open(false);
    if (code) return code;
    if (CU(number, cuInit, 0)) return CALL_FAILED;
    code = gpu_context(gpu, number);
    return code ? code : load_kernels(gpu);
}

unsigned gpu_blocks(const struct gpu *gpu) { return gpu->sms > 0 && gpu->sms < 4096 ? (unsigned) gpu->sms * 8 : 64; }

int gpu_run(struct gpu *gpu, const char *kernel, unsigned blocks, void **parameters) {
    void *function = NULL;
    int rc = CU(gpu->number, cuModuleGetFunction, &function, gpu->module, kernel);
    if (rc) return rc;
    return CU(gpu->number, cuLaunchKernel, function, blocks, 1, 1, THREADS, 1, 1, 0, NULL, parameters, NULL);
}
