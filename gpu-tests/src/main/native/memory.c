/* The device's memory: patterns written and read back on the device (gpu.md G23). */
#include "cuda.h"

enum { TRIES = 6 };
static const uint64_t NONE = UINT64_MAX;

struct pattern {
    const char *name;
    uint32_t multiplier, mask;
};

struct span {
    pointer at, counters;
    uint64_t words;
};

static uint32_t expected(const struct pattern *pattern, uint64_t i) {
    uint32_t low = (uint32_t) i * pattern->multiplier, high = ((uint32_t) (i >> 32) * pattern->multiplier) << 7;
    return (low + high) ^ pattern->mask;
}

static int verify(struct gpu *gpu, const struct span *span, const struct pattern *pattern, uint64_t words, uint64_t found[2]) {
    pointer first = span->counters + 8;
    void *parameters[] = {(void *) &span->at, &words, (void *) &pattern->multiplier, (void *) &pattern->mask,
        (void *) &span->counters, &first};
    found[0] = 0, found[1] = NONE;
    if (CU(gpu->number, cuMemcpyHtoD_v2, span->counters, found, 16)) return CALL_FAILED;
    if (gpu_run(gpu, "pattern_verify", gpu_blocks(gpu), parameters) || CU(gpu->number, cuCtxSynchronize)) return CALL_FAILED;
    return CU(gpu->number, cuMemcpyDtoH_v2, found, span->counters, 16) ? CALL_FAILED : RAN;
}

/* A word is made wrong on purpose: only a verification that finds it proves something. */
static int control(struct gpu *gpu, const struct span *span, const struct pattern *pattern, uint32_t *random, bool *seen) {
    uint64_t words = span->words < CHUNK ? span->words : CHUNK, at = random_next(random) % words, found[2];
    uint32_t good = expected(pattern, at), bad = good ^ 1u << random_next(random) % 32;
    if (CU(gpu->number, cuMemcpyHtoD_v2, span->at + 4 * at, &bad, 4)) return CALL_FAILED;
    if (verify(gpu, span, pattern, words, found)) return CALL_FAILED;
    *seen = found[0] == 1 && found[1] == at;
    return CU(gpu->number, cuMemcpyHtoD_v2, span->at + 4 * at, &good, 4) ? CALL_FAILED : RAN;
}

/* A few words are fetched and compared here: a driver that runs no kernel at all finds no errors either. */
static int sample(struct gpu *gpu, const struct span *span, const struct pattern *pattern, uint32_t *random, int *wrong) {
    uint64_t at[4] = {0, span->words - 1, random_next(random) % span->words, random_next(random) % span->words};
    for (int i = 0; i < 4; i++) {
        uint32_t word = ~expected(pattern, at[i]);
        if (CU(gpu->number, cuMemcpyDtoH_v2, &word, span->at + 4 * at[i], 4)) return CALL_FAILED;
        *wrong += word != expected(pattern, at[i]);
    }
    return RAN;
}

static int test(struct gpu *gpu, const struct span *span, const struct pattern *pattern, size_t free, size_t total,
        uint32_t *random) {
    uint64_t words = span->words, found[2];
    int wrong = 0;
    bool seen = false;
    void *parameters[] = {(void *) &span->at, &words, (void *) &pattern->multiplier, (void *) &pattern->mask};
    if (gpu_run(gpu, "pattern_write", gpu_blocks(gpu), parameters) || CU(gpu->number, cuCtxSynchronize)) return CALL_FAILED;
    if (sample(gpu, span, pattern, random, &wrong) || verify(gpu, span, pattern, words, found)) return CALL_FAILED;
    if (control(gpu, span, pattern, random, &seen)) return CALL_FAILED;
    line_fact("memory", stage_name);
    line_int("device", gpu->number);
    line_uint("free", free);
    line_uint("total", total);
    line_uint("tested", words * 4);
    line_text("pattern", pattern->name);
    line_uint("errors", found[0]);
    if (found[1] == NONE) line_null("first_bad"); else line_uint("first_bad", found[1] * 4);
    line_int("sample_wrong", wrong);
    line_bool("control", seen);
    line_end();
    return found[0] || wrong || !seen ? WRONG_DATA : RAN;
}

int stage_memory(int device) {
    static const struct pattern patterns[] = {{"address", 2654435761u, 0}, {"address_inverse", 2654435761u, ~0u},
        {"0x55555555", 0, 0x55555555u}, {"0xaaaaaaaa", 0, 0xaaaaaaaau}};
    struct gpu gpu;
    struct span span = {0};
    size_t free = 0, total = 0, size;
    uint32_t random = mix(options.seed ^ 0x6d656du ^ (uint32_t) device);
    int worst = RAN, code = gpu_open(&gpu, device);
    if (code) return code;
    if (CU(device, cuMemGetInfo_v2, &free, &total)) return CALL_FAILED;
    size = free / 5 * 4;
    size_t cap = (size_t) options.memory_cap_mib << 20;
    if (cap && size > cap) size = cap;
    size &= ~(size_t) 0xfffff;
    if (size == 0) size = 1 << 20;
    if (CU(device, cuMemAlloc_v2, &span.counters, 16)) return CALL_FAILED;
    for (int i = 0; CU(device, cuMemAlloc_v2, &span.at, size); i++, size /= 2) {
        if (i == TRIES || size < 2 << 20) return CALL_FAILED; /* what is free need not be in one piece */
    }
    span.words = size / 4;
    for (int i = 0; i < 4; i++) {
        code = test(&gpu, &span, &patterns[i], free, total, &random);
        if (code == CALL_FAILED) return code;
        if (code > worst) worst = code;
    }
    CU(device, cuMemFree_v2, span.at);
    CU(device, cuMemFree_v2, span.counters);
    CU(device, cuDevicePrimaryCtxRelease_v2, gpu.device);
    return worst;
}
