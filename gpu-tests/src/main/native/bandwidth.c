/* Bandwidths by the device's own events: the median of ten samples of four runs each (gpu.md G24). The driver's copy is
   what frameworks use for a copy on the device; our kernels are a second opinion. */
#include "cuda.h"
#include <string.h>

enum { SAMPLES = 10, REPEAT = 4, CHECKED = 64, HOST_BYTES = 256 << 20 };

struct lane {
    struct gpu gpu;
    pointer from, to, sum;
    void *host, *begin, *end;
    size_t bytes, host_bytes;
    unsigned blocks;
    uint64_t pieces;
    uint32_t seed, random;
};

typedef int (*action)(struct lane *lane);

static int h2d(struct lane *l) { return CU(l->gpu.number, cuMemcpyHtoDAsync_v2, l->to, l->host, l->host_bytes, NULL); }
static int d2h(struct lane *l) { return CU(l->gpu.number, cuMemcpyDtoHAsync_v2, l->host, l->from, l->host_bytes, NULL); }
static int d2d(struct lane *l) { return CU(l->gpu.number, cuMemcpyDtoDAsync_v2, l->to, l->from, l->bytes, NULL); }

static int d2d_kernel(struct lane *l) {
    void *parameters[] = {&l->to, &l->from, &l->pieces};
    return gpu_run(&l->gpu, "copy16", l->blocks, parameters);
}

static int read_all(struct lane *l) {
    void *parameters[] = {&l->from, &l->pieces, &l->sum};
    return gpu_run(&l->gpu, "read16", l->blocks, parameters);
}

static int write_all(struct lane *l) {
    void *parameters[] = {&l->to, &l->pieces, &l->seed};
    return gpu_run(&l->gpu, "write16", l->blocks, parameters);
}

/* Words at random places of a buffer on the device, or of the host's where from is 0. */
static int wrong_words(struct lane *l, pointer from, size_t bytes, bool constant, int *wrong) {
    for (int i = 0; i < CHECKED; i++) {
        uint64_t at = i == 0 ? 0 : i == 1 ? bytes / 4 - 1 : random_next(&l->random) % (bytes / 4);
        uint32_t word = 0, good = constant ? l->seed : mix((uint32_t) at ^ l->seed);
        if (!from) memcpy(&word, (char *) l->host + 4 * at, 4);
        else if (CU(l->gpu.number, cuMemcpyDtoH_v2, &word, from + 4 * at, 4)) return CALL_FAILED;
        *wrong += word != good;
    }
    return RAN;
}

/* The sum of the first words, on the device and here. */
static int wrong_sum(struct lane *l, int *wrong) {
    uint32_t sum = 0, zero = 0, device = 0;
    uint64_t pieces = 4ull * l->blocks * THREADS;
    void *parameters[] = {&l->from, &pieces, &l->sum};
    if (CU(l->gpu.number, cuMemcpyHtoD_v2, l->sum, &zero, 4)) return CALL_FAILED;
    if (gpu_run(&l->gpu, "read16", l->blocks, parameters) || CU(l->gpu.number, cuCtxSynchronize)) return CALL_FAILED;
    if (CU(l->gpu.number, cuMemcpyDtoH_v2, &device, l->sum, 4)) return CALL_FAILED;
    for (uint64_t i = 0; i < pieces * 4; i++) sum += mix((uint32_t) i ^ l->seed);
    *wrong = sum != device;
    return RAN;
}

static int sample(struct lane *l, action run, int repeat, double *seconds) {
    float ms = 0;
    int number = l->gpu.number;
    if (CU(number, cuEventRecord, l->begin, NULL)) return CALL_FAILED;
    for (int i = 0; i < repeat; i++) {
        if (run(l)) return CALL_FAILED;
    }
    if (CU(number, cuEventRecord, l->end, NULL) || CU(number, cuEventSynchronize, l->end)) return CALL_FAILED;
    if (CU(number, cuEventElapsedTime, &ms, l->begin, l->end)) return CALL_FAILED;
    *seconds = ms / 1e3;
    return RAN;
}

static void sort(double *values, int count) {
    for (int i = 1; i < count; i++) {
        for (int j = i; j > 0 && values[j] < values[j - 1]; j--) {
            double swap = values[j];
            values[j] = values[j - 1];
            values[j - 1] = swap;
        }
    }
}

static void report(struct lane *l, const char *kind, size_t bytes, double *gbps, int wrong) {
    sort(gbps, SAMPLES);
    line_fact("bandwidth", stage_name);
    line_int("device", l->gpu.number);
    line_text("kind", kind);
    line_uint("bytes", bytes);
    line_int("runs", SAMPLES);
    line_ms("gbps", (gbps[SAMPLES / 2 - 1] + gbps[SAMPLES / 2]) / 2);
    line_ms("min", gbps[0]);
    line_ms("max", gbps[SAMPLES - 1]);
    line_int("wrong", wrong);
    line_end();
}

/* A buffer that is not what it should be afterwards was not copied, however fast that was. */
static int check(struct lane *l, const char *kind, size_t bytes, int *wrong) {
    if (!strcmp(kind, "d2h")) return wrong_words(l, 0, bytes, false, wrong);
    if (!strcmp(kind, "read")) return wrong_sum(l, wrong);
    return wrong_words(l, l->to, bytes, !strcmp(kind, "write"), wrong);
}

static int measure(struct lane *l, const char *kind, action run, size_t bytes, int counted) {
    double seconds, gbps[SAMPLES];
    int wrong = 0;
    bool to_host = !strcmp(kind, "d2h");
    if (to_host) memset(l->host, 0xff, l->host_bytes);
    else if (CU(l->gpu.number, cuMemsetD8_v2, l->to, 0xff, l->bytes)) return CALL_FAILED;
    if (CU(l->gpu.number, cuCtxSynchronize) || sample(l, run, 2, &seconds)) return CALL_FAILED; /* warm */
    for (int i = 0; i < SAMPLES; i++) {
        if (sample(l, run, REPEAT, &seconds)) return CALL_FAILED;
        gbps[i] = seconds > 0 ? (double) bytes * counted * REPEAT / seconds / 1e9 : 0;
    }
    if (check(l, kind, bytes, &wrong)) return CALL_FAILED;
    report(l, kind, bytes, gbps, wrong);
    return wrong ? WRONG_DATA : RAN;
}

/* Buffers of 1 GiB, or a quarter of what is free; a whole number of the kernels' steps. */
static int prepare(struct lane *l, int device) {
    size_t free = 0, total = 0;
    if (CU(device, cuMemGetInfo_v2, &free, &total)) return CALL_FAILED;
    size_t wanted = free / 4 < (size_t) 1 << 30 ? free / 4 : (size_t) 1 << 30, step;
    l->blocks = gpu_blocks(&l->gpu);
    while ((step = (size_t) l->blocks * THREADS * 64) > wanted && l->blocks > 1) l->blocks /= 2;
    l->bytes = wanted / step * step;
    if (l->bytes == 0) return CALL_FAILED;
    l->pieces = l->bytes / 16;
    l->host_bytes = l->bytes < HOST_BYTES ? l->bytes : HOST_BYTES;
    if (CU(device, cuMemAlloc_v2, &l->from, l->bytes) || CU(device, cuMemAlloc_v2, &l->to, l->bytes)
            || CU(device, cuMemAlloc_v2, &l->sum, 16) || CU(device, cuMemHostAlloc, &l->host, l->host_bytes, 0)
            || CU(device, cuEventCreate, &l->begin, 0) || CU(device, cuEventCreate, &l->end, 0)) return CALL_FAILED;
    uint64_t words = l->bytes / 4;
    void *parameters[] = {&l->from, &words, &l->seed};
    if (gpu_run(&l->gpu, "hash", l->blocks, parameters) || CU(device, cuCtxSynchronize)) return CALL_FAILED;
    for (size_t i = 0; i < l->host_bytes / 4; i++) {
        uint32_t word = mix((uint32_t) i ^ l->seed);
        memcpy((char *) l->host + 4 * i, &word, 4);
    }
    return RAN;
}

int stage_bandwidth(int device) {
    static const struct { const char *kind; action run; bool on_host; int counted; } kinds[] = {{"h2d", h2d, true, 1},
        {"d2h", d2h, true, 1}, {"d2d", d2d, false, 2}, {"d2d_kernel", d2d_kernel, false, 2}, {"read", read_all, false, 1},
        {"write", write_all, false, 1}};
    struct lane lane = {.seed = mix(options.seed ^ 0x6277u), .random = mix(options.seed + 77)};
    int worst = RAN, code = gpu_open(&lane.gpu, device);
    if (code) return code;
    code = prepare(&lane, device);
    for (int i = 0; code != CALL_FAILED && i < 6; i++) {
        code = measure(&lane, kinds[i].kind, kinds[i].run, kinds[i].on_host ? lane.host_bytes : lane.bytes, kinds[i].counted);
        if (code > worst) worst = code;
    }
    return code == CALL_FAILED ? code : worst;
}
