/* The CUDA driver API as far as it is used, without NVIDIA's header. The ABI is stable: `_v2` names are those that a
   program built since CUDA 4 asks for (gpu.md section 4.1). */
#ifndef NODESTART_CUDA_H
#define NODESTART_CUDA_H

#include "probe.h"

typedef uint64_t pointer;
typedef struct { unsigned char bytes[16]; } uuid;

#define CUDA_FUNCTIONS(F) \
    F(cuInit, (unsigned)) \
    F(cuDriverGetVersion, (int *)) \
    F(cuDeviceGetCount, (int *)) \
    F(cuDeviceGet, (int *, int)) \
    F(cuDeviceGetName, (char *, int, int)) \
    F(cuDeviceTotalMem_v2, (size_t *, int)) \
    F(cuDeviceGetAttribute, (int *, int, int)) \
    F(cuDeviceGetPCIBusId, (char *, int, int)) \
    F(cuDevicePrimaryCtxRetain, (void **, int)) \
    F(cuDevicePrimaryCtxRelease_v2, (int)) \
    F(cuCtxSetCurrent, (void *)) \
    F(cuCtxSynchronize, (void)) \
    F(cuModuleLoadDataEx, (void **, const void *, unsigned, int *, void **)) \
    F(cuModuleGetFunction, (void **, void *, const char *)) \
    F(cuLaunchKernel, (void *, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, void *, void **, void **)) \
    F(cuMemGetInfo_v2, (size_t *, size_t *)) \
    F(cuMemAlloc_v2, (pointer *, size_t)) \
    F(cuMemFree_v2, (pointer)) \
    F(cuMemHostAlloc, (void **, size_t, unsigned)) \
    F(cuMemsetD8_v2, (pointer, unsigned char, size_t)) \
    F(cuMemcpyHtoD_v2, (pointer, const void *, size_t)) \
    F(cuMemcpyDtoH_v2, (void *, pointer, size_t)) \
    F(cuMemcpyHtoDAsync_v2, (pointer, const void *, size_t, void *)) \
    F(cuMemcpyDtoHAsync_v2, (void *, pointer, size_t, void *)) \
    F(cuMemcpyDtoDAsync_v2, (pointer, pointer, size_t, void *)) \
    F(cuEventCreate, (void **, unsigned)) \
    F(cuEventRecord, (void *, void *)) \
    F(cuEventSynchronize, (void *)) \
    F(cuEventElapsedTime, (float *, void *, void *)) \
    F(cuDeviceCanAccessPeer, (int *, int, int)) \
    F(cuCtxEnablePeerAccess, (void *, unsigned)) \
    F(cuMemcpyPeer, (pointer, void *, pointer, void *, size_t))

#define MEMBER(name, arguments) int (*name) arguments;
#define NUMBER(name, arguments) NR_##name,
struct cuda {
    CUDA_FUNCTIONS(MEMBER)
    /* drivers before 11.4 lack the first, and a broken one any */
    int (*cuDeviceGetUuid_v2)(uuid *, int);
    int (*cuDeviceGetUuid)(uuid *, int);
    int (*cuGetErrorName)(int, const char **);
};
enum { CUDA_FUNCTIONS(NUMBER) NR_cuDeviceGetUuid, NR_COUNT };
extern struct cuda cuda;

/* Calls a function and writes how it went: the first time in a stage, and whenever it fails. */
#define CU(device, name, ...) (cuda_began = now_ms(), cuda_report(NR_##name, #name, device, cuda.name(__VA_ARGS__)))
extern double cuda_began;
int cuda_report(int number, const char *name, int device, int rc);
const char *cuda_name(int rc, char *to, size_t size);

int cuda_open(bool report); /* RAN, NO_LIBRARY or NO_SYMBOL */

/* A device with its primary context and the kernels. */
struct gpu {
    int number, device, sms;
    void *context, *module;
};
int gpu_open(struct gpu *gpu, int number); /* RAN or why not */
int gpu_context(struct gpu *gpu, int number);
int gpu_load(struct gpu *gpu, const char *ptx, const char *isa, const char *target);
int gpu_run(struct gpu *gpu, const char *kernel, unsigned blocks, void **parameters); /* launches only */
unsigned gpu_blocks(const struct gpu *gpu);

enum { THREADS = 256, CHUNK = 1 << 20 };

#endif
