/* Loads libcuda, and asks it what it has: the stage cuda. */
#include "cuda.h"
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

struct cuda cuda;
double cuda_began;
static bool told[NR_COUNT];

const char *cuda_name(int rc, char *to, size_t size) {
    static const struct { int rc; const char *name; } known[] = {
        {0, "CUDA_SUCCESS"}, {1, "CUDA_ERROR_INVALID_VALUE"}, {2, "CUDA_ERROR_OUT_OF_MEMORY"},
        {3, "CUDA_ERROR_NOT_INITIALIZED"}, {34, "CUDA_ERROR_STUB_LIBRARY"}, {46, "CUDA_ERROR_DEVICE_UNAVAILABLE"},
        {100, "CUDA_ERROR_NO_DEVICE"}, {101, "CUDA_ERROR_INVALID_DEVICE"}, {200, "CUDA_ERROR_INVALID_IMAGE"},
        {201, "CUDA_ERROR_INVALID_CONTEXT"}, {209, "CUDA_ERROR_NO_BINARY_FOR_GPU"}, {214, "CUDA_ERROR_ECC_UNCORRECTABLE"},
        {218, "CUDA_ERROR_INVALID_PTX"}, {221, "CUDA_ERROR_JIT_COMPILER_NOT_FOUND"},
        {222, "CUDA_ERROR_UNSUPPORTED_PTX_VERSION"}, {304, "CUDA_ERROR_OPERATING_SYSTEM"},
        {500, "CUDA_ERROR_NOT_FOUND"}, {700, "CUDA_ERROR_ILLEGAL_ADDRESS"}, {719, "CUDA_ERROR_LAUNCH_FAILED"},
        {802, "CUDA_ERROR_SYSTEM_NOT_READY"}, {803, "CUDA_ERROR_SYSTEM_DRIVER_MISMATCH"},
        {804, "CUDA_ERROR_COMPAT_NOT_SUPPORTED_ON_DEVICE"}, {999, "CUDA_ERROR_UNKNOWN"}};
    const char *name = NULL;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (known[i].rc == rc) return known[i].name;
    }
    if (cuda.cuGetErrorName && cuda.cuGetErrorName(rc, &name) == 0 && name) return name;
    snprintf(to, size, "CUDA_ERROR_%d", rc);
    return to;
}

int cuda_report(int number, const char *call, int device, int rc) {
    double ms = now_ms() - cuda_began;
    char name[32];
    if (rc == 0 && told[number]) return 0;
    told[number] = true;
    line_begin("call", call);
    line_text("stage", stage_name);
    line_int_or_null("device", device >= 0, device);
    line_int("rc", rc);
    line_text("name", cuda_name(rc, name, sizeof name));
    line_ms("ms", ms);
    line_end();
    return rc;
}

static void missing(const char *symbol) {
    line_fact("missing_symbol", stage_name);
    line_text("library", "libcuda.so.1");
    line_text("symbol", symbol);
    line_end();
}

int cuda_open(bool report) {
    int code = RAN;
    void *library = library_open("libcuda.so.1", report);
    if (!library) return NO_LIBRARY;
#define LOAD(name, arguments) \
    if (!(*(void **) &cuda.name = dlsym(library, #name))) { \
        missing(#name); \
        code = NO_SYMBOL; \
    }
    CUDA_FUNCTIONS(LOAD)
    *(void **) &cuda.cuDeviceGetUuid_v2 = dlsym(library, "cuDeviceGetUuid_v2");
    *(void **) &cuda.cuDeviceGetUuid = dlsym(library, "cuDeviceGetUuid");
    *(void **) &cuda.cuGetErrorName = dlsym(library, "cuGetErrorName");
    return code;
}

static void identifier(int device, const char *name, char to[64]) {
    uuid id;
    memset(&id, 0, sizeof id);
    int (*get)(uuid *, int) = cuda.cuDeviceGetUuid_v2 ? cuda.cuDeviceGetUuid_v2 : cuda.cuDeviceGetUuid;
    to[0] = 0;
    if (!get) return missing("cuDeviceGetUuid");
    cuda_began = now_ms();
    if (cuda_report(NR_cuDeviceGetUuid, cuda.cuDeviceGetUuid_v2 ? "cuDeviceGetUuid_v2" : "cuDeviceGetUuid", device,
            get(&id, device))) return;
    /* a slice of a split GPU says so in its name alone: "NVIDIA A100-SXM4-40GB MIG 1g.5gb" */
    size_t used = (size_t) snprintf(to, 64, contains(name, " MIG ") ? "MIG-" : "GPU-");
    for (int i = 0; i < 16; i++) {
        used += (size_t) snprintf(to + used, 64 - used, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", id.bytes[i]);
    }
}

static int attribute(int number, int device, int which, int *value) {
    return CU(number, cuDeviceGetAttribute, value, which, device);
}

/* numbers of CUdevice_attribute */
enum { CLOCK = 13, SMS = 16, INTEGRATED = 18, COMPUTE_MODE = 20, ECC = 32, MEMORY_CLOCK = 36, BUS_WIDTH = 37, L2 = 38,
    CC_MAJOR = 75, CC_MINOR = 76 };

static void device_facts(int number) {
    static const struct { const char *key; int which; } numbers[] = {{"sms", SMS}, {"clock_khz", CLOCK},
        {"memory_clock_khz", MEMORY_CLOCK}, {"bus_width", BUS_WIDTH}, {"l2", L2}, {"ecc", ECC},
        {"compute_mode", COMPUTE_MODE}, {"integrated", INTEGRATED}};
    int device = 0, major = 0, minor = 0;
    char name[256] = "", pci[64] = "", id[64], cc[32];
    size_t memory = 0;
    if (CU(number, cuDeviceGet, &device, number)) return;
    bool named = CU(number, cuDeviceGetName, name, sizeof name, device) == 0;
    name[sizeof name - 1] = 0;
    identifier(device, name, id);
    bool placed = CU(number, cuDeviceGetPCIBusId, pci, sizeof pci, device) == 0;
    pci[sizeof pci - 1] = 0;
    bool sized = CU(number, cuDeviceTotalMem_v2, &memory, device) == 0;
    bool rated = attribute(number, device, CC_MAJOR, &major) == 0 && attribute(number, device, CC_MINOR, &minor) == 0;
    snprintf(cc, sizeof cc, "%d.%d", major, minor);
    int value[8], known[8];
    for (int i = 0; i < 8; i++) {
        value[i] = 0;
        known[i] = attribute(number, device, numbers[i].which, &value[i]) == 0;
    }
    line_fact("device", stage_name);
    line_int("device", number);
    line_text("name", named ? name : NULL);
    line_text("uuid", *id ? id : NULL);
    line_text("pci", placed ? pci : NULL);
    line_text("cc", rated ? cc : NULL);
    line_int_or_null("memory", sized, (long long) memory);
    for (int i = 0; i < 8; i++) line_int_or_null(numbers[i].key, known[i], value[i]);
    line_end();
}

int stage_cuda(int unused) {
    (void) unused;
    int level = 0, count = 0, code = cuda_open(true);
    if (code) return code;
    if (CU(-1, cuInit, 0)) return CALL_FAILED;
    bool spoke = CU(-1, cuDriverGetVersion, &level) == 0;
    bool counted = CU(-1, cuDeviceGetCount, &count) == 0;
    line_fact("cuda", stage_name);
    line_int_or_null("driver_api", spoke, level);
    line_int_or_null("count", counted, count);
    line_end();
    if (!counted) return CALL_FAILED;
    count = count < 0 ? 0 : count > MAX_DEVICES ? MAX_DEVICES : count; /* it may lie */
    for (int i = 0; i < count; i++) device_facts(i);
    shared->devices = count;
    return RAN;
}
