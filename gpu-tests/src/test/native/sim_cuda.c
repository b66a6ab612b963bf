/* A libcuda.so.1 without a GPU: enough of the driver API for the probe, with faults on demand. Device memory is the
   process's own; kernels run natively (sim_kernels.c). It proves the logic of checks, never a GPU. */
#define _GNU_SOURCE
#include "sim.h"
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

typedef uint64_t pointer;
enum { SUCCESS, INVALID_VALUE, OUT_OF_MEMORY, NOT_INITIALIZED, NO_DEVICE = 100, INVALID_DEVICE = 101, NO_BINARY = 209,
    INVALID_PTX = 218, NO_JIT = 221, PTX_VERSION = 222, NOT_FOUND = 500, UNKNOWN = 999 };

bool sim_run_kernel(const char *name, void **parameters); /* sim_kernels.c */

static bool initialized;
static struct { void *at; size_t size; } blocks[256];
static size_t allocated;
static int contexts[64];

static bool hidden(void) {
    const char *visible = getenv("CUDA_VISIBLE_DEVICES");
    return visible && (!*visible || !strcmp(visible, "-1"));
}

EXPORT int cuInit(unsigned flags) {
    (void) flags;
    ENTER(cuInit);
    if (sim_number("PRINT", 0)) { /* a library that talks */
        printf("{\"fact\":\"cuda\",\"count\":99}\nnonsense \"\n");
        fflush(stdout);
    }
    if (!sim_node_opens("nvidiactl") || !sim_node_opens("nvidia0")) return NO_DEVICE;
    if (!sim_node_opens("nvidia-uvm")) return UNKNOWN;
    if (hidden() || sim_count() == 0 || !strcmp(sim_text("MIG", ""), "parent")) return NO_DEVICE;
    initialized = true;
    return SUCCESS;
}

EXPORT int cuDriverGetVersion(int *version) {
    ENTER(cuDriverGetVersion);
    *version = (int) sim_number("DRIVER_API", 13000);
    return SUCCESS;
}

EXPORT int cuDeviceGetCount(int *count) {
    ENTER(cuDeviceGetCount);
    *count = sim_count();
    return initialized ? SUCCESS : NOT_INITIALIZED;
}

EXPORT int cuDeviceGet(int *device, int number) {
    ENTER(cuDeviceGet);
    *device = number;
    return number >= 0 && number < sim_count() ? SUCCESS : INVALID_DEVICE;
}

EXPORT int cuDeviceGetName(char *name, int size, int device) {
    (void) device;
    ENTER(cuDeviceGetName);
    sim_device_name(name, (size_t) size);
    return SUCCESS;
}

EXPORT int cuDeviceGetUuid_v2(unsigned char *bytes, int device) {
    ENTER(cuDeviceGetUuid_v2);
    sim_uuid(device, bytes);
    return SUCCESS;
}

static size_t memory(void) { return (size_t) sim_number("MEM_MIB", 256) << 20; }

EXPORT int cuDeviceTotalMem_v2(size_t *size, int device) {
    (void) device;
    ENTER(cuDeviceTotalMem_v2);
    *size = memory();
    return SUCCESS;
}

EXPORT int cuDeviceGetAttribute(int *value, int attribute, int device) {
    (void) device;
    ENTER(cuDeviceGetAttribute);
    const char *cc = sim_text("CC", "9.0"), *dot = strchr(cc, '.');
    switch (attribute) {
        case 13: *value = 1980000; break;
        case 16: *value = (int) sim_number("SMS", 132); break;
        case 18: *value = 0; break;
        case 20: *value = (int) sim_number("COMPUTE_MODE", 0); break;
        case 32: *value = (int) sim_number("ECC", 1); break;
        case 36: *value = 3201000; break;
        case 37: *value = 6144; break;
        case 38: *value = 60 << 20; break;
        case 75: *value = atoi(cc); break;
        case 76: *value = dot ? atoi(dot + 1) : 0; break;
        default: return INVALID_VALUE;
    }
    return SUCCESS;
}

EXPORT int cuDeviceGetPCIBusId(char *id, int size, int device) {
    ENTER(cuDeviceGetPCIBusId);
    snprintf(id, (size_t) size, "0000:00:%02x.0", 5 + device);
    return SUCCESS;
}

EXPORT int cuGetErrorName(int rc, const char **name) {
    *name = NULL;
    return rc == 205 ? (*name = "CUDA_ERROR_MAP_FAILED", SUCCESS) : INVALID_VALUE;
}

EXPORT int cuDevicePrimaryCtxRetain(void **context, int device) {
    ENTER(cuDevicePrimaryCtxRetain);
    *context = &contexts[device & 63];
    return initialized ? SUCCESS : NOT_INITIALIZED;
}

EXPORT int cuDevicePrimaryCtxRelease_v2(int device) {
    (void) device;
    ENTER(cuDevicePrimaryCtxRelease_v2);
    return SUCCESS;
}

EXPORT int cuCtxSetCurrent(void *context) {
    (void) context;
    ENTER(cuCtxSetCurrent);
    return SUCCESS;
}

EXPORT int cuCtxSynchronize(void) {
    ENTER(cuCtxSynchronize);
    return SUCCESS;
}

static const char *word_after(const char *text, const char *key) {
    const char *at = strstr(text, key);
    return at ? at + strlen(key) : NULL;
}

EXPORT int cuModuleLoadDataEx(void **module, const void *image, unsigned count, int *keys, void **values) {
    ENTER(cuModuleLoadDataEx);
    const char *ptx = image, *version = word_after(ptx, ".version "), *target = word_after(ptx, ".target sm_");
    const char *newest = sim_text("PTX_MAX", "9.0"), *cc = sim_text("CC", "9.0");
    if (!dlopen("libnvidia-ptxjitcompiler.so.1", RTLD_NOW | RTLD_LOCAL)) return NO_JIT;
    if (!version || !target) return INVALID_PTX;
    if (sim_compare(version, newest) > 0) {
        for (unsigned i = 0; i + 1 < count; i++) {
            if (keys[i] != 5) continue;
            snprintf(values[i], (size_t) (uintptr_t) values[i + 1], "ptxas fatal: Unsupported .version %.*s; current version is '%s'",
                (int) strcspn(version, "\r\n"), version, newest);
        }
        return PTX_VERSION;
    }
    if (atol(target) < sim_number("TARGET_MIN", 50)) return INVALID_PTX;
    if (atol(target) > atol(cc) * 10 + (strchr(cc, '.') ? atol(strchr(cc, '.') + 1) : 0)) return NO_BINARY;
    *module = (void *) ptx;
    return SUCCESS;
}

EXPORT int cuModuleGetFunction(void **function, void *module, const char *name) {
    ENTER(cuModuleGetFunction);
    char entry[96];
    snprintf(entry, sizeof entry, ".entry %s(", name);
    char *at = strstr(module, entry);
    *function = at ? at + 7 : NULL;
    return at ? SUCCESS : NOT_FOUND;
}

EXPORT int cuLaunchKernel(void *function, unsigned gx, unsigned gy, unsigned gz, unsigned bx, unsigned by, unsigned bz,
        unsigned shared, void *stream, void **parameters, void **extra) {
    (void) gy, (void) gz, (void) by, (void) bz, (void) shared, (void) stream, (void) extra;
    ENTER(cuLaunchKernel);
    char name[96];
    snprintf(name, sizeof name, "%.*s", (int) strcspn(function, "("), (char *) function);
    if (!gx || !bx || bx > 1024) return INVALID_VALUE;
    if (sim_names("NOOP", name) || sim_names("NOOP", "kernels")) return SUCCESS; /* says yes, does nothing */
    return sim_run_kernel(name, parameters) ? SUCCESS : INVALID_VALUE;
}

EXPORT int cuMemGetInfo_v2(size_t *left, size_t *total) {
    ENTER(cuMemGetInfo_v2);
    *total = memory();
    *left = memory() - allocated - memory() / 32;
    return SUCCESS;
}

EXPORT int cuMemAlloc_v2(pointer *to, size_t size) {
    ENTER(cuMemAlloc_v2);
    int i = 0;
    while (i < 256 && blocks[i].at) i++;
    if (i == 256 || allocated + size > memory()) return OUT_OF_MEMORY;
    blocks[i].at = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (blocks[i].at == MAP_FAILED) return blocks[i].at = NULL, OUT_OF_MEMORY;
    blocks[i].size = size;
    allocated += size;
    *to = (pointer) (uintptr_t) blocks[i].at;
    return SUCCESS;
}

EXPORT int cuMemFree_v2(pointer at) {
    ENTER(cuMemFree_v2);
    for (int i = 0; i < 256; i++) {
        if (!blocks[i].at || (pointer) (uintptr_t) blocks[i].at != at) continue;
        munmap(blocks[i].at, blocks[i].size);
        allocated -= blocks[i].size;
        blocks[i].at = NULL;
        return SUCCESS;
    }
    return INVALID_VALUE;
}

EXPORT int cuMemHostAlloc(void **to, size_t size, unsigned flags) {
    (void) flags;
    ENTER(cuMemHostAlloc);
    return (*to = malloc(size)) ? SUCCESS : OUT_OF_MEMORY;
}

EXPORT int cuMemsetD8_v2(pointer to, unsigned char value, size_t size) {
    ENTER(cuMemsetD8_v2);
    memset((void *) (uintptr_t) to, value, size);
    return SUCCESS;
}

static int copied(const char *function, pointer to, pointer from, size_t size) {
    if (!sim_names("NOOP", function)) memmove((void *) (uintptr_t) to, (void *) (uintptr_t) from, size);
    if (sim_names("CORRUPT", function)) ((unsigned char *) (uintptr_t) to)[size / 2] ^= 4;
    return SUCCESS;
}

#define COPY(name, to_type, from_type) \
    EXPORT int name(to_type to, from_type from, size_t size) { \
        ENTER(name); \
        return copied(#name, (pointer) to, (pointer) from, size); \
    }
#define COPY_ASYNC(name, to_type, from_type) \
    EXPORT int name(to_type to, from_type from, size_t size, void *stream) { \
        (void) stream; \
        ENTER(name); \
        return copied(#name, (pointer) to, (pointer) from, size); \
    }
COPY(cuMemcpyHtoD_v2, pointer, const void *)
COPY(cuMemcpyDtoH_v2, void *, pointer)
COPY_ASYNC(cuMemcpyHtoDAsync_v2, pointer, const void *)
COPY_ASYNC(cuMemcpyDtoHAsync_v2, void *, pointer)
COPY_ASYNC(cuMemcpyDtoDAsync_v2, pointer, pointer)

EXPORT int cuMemcpyPeer(pointer to, void *to_context, pointer from, void *from_context, size_t size) {
    (void) to_context, (void) from_context;
    ENTER(cuMemcpyPeer);
    return copied("cuMemcpyPeer", to, from, size);
}

EXPORT int cuDeviceCanAccessPeer(int *can, int device, int peer) {
    ENTER(cuDeviceCanAccessPeer);
    *can = device != peer && sim_number("PEER", 1) != 0;
    return SUCCESS;
}

EXPORT int cuCtxEnablePeerAccess(void *context, unsigned flags) {
    (void) context, (void) flags;
    ENTER(cuCtxEnablePeerAccess);
    return SUCCESS;
}

EXPORT int cuEventCreate(void **event, unsigned flags) {
    (void) flags;
    ENTER(cuEventCreate);
    return (*event = calloc(1, sizeof(double))) ? SUCCESS : OUT_OF_MEMORY;
}

EXPORT int cuEventRecord(void *event, void *stream) {
    (void) stream;
    ENTER(cuEventRecord);
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    *(double *) event = (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
    return SUCCESS;
}

EXPORT int cuEventSynchronize(void *event) {
    (void) event;
    ENTER(cuEventSynchronize);
    return SUCCESS;
}

EXPORT int cuEventElapsedTime(float *ms, void *begin, void *end) {
    ENTER(cuEventElapsedTime);
    *ms = (float) (*(double *) end - *(double *) begin);
    if (sim_number("CLOCK_NAN", 0)) *ms = __builtin_nanf("");
    return SUCCESS;
}
