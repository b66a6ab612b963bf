/* A libnvidia-ml.so.1 without a GPU. */
#include "sim.h"
#include <stdio.h>
#include <string.h>

enum { SUCCESS, INVALID_ARGUMENT = 2, NOT_SUPPORTED = 3, DRIVER_NOT_LOADED = 9 };
typedef struct {
    char legacy_bus[16];
    unsigned domain, bus, device, id, subsystem;
    char bus_id[32];
} pci_info;

static int number_of(void *handle) { return (int) ((uintptr_t) handle - 0x1000); }

EXPORT int nvmlInit_v2(void) {
    ENTER(nvmlInit_v2);
    return sim_node_opens("nvidiactl") ? SUCCESS : DRIVER_NOT_LOADED;
}

EXPORT int nvmlSystemGetDriverVersion(char *text, unsigned size) {
    ENTER(nvmlSystemGetDriverVersion);
    snprintf(text, size, "%s", sim_text("DRIVER", SIM_VERSION));
    return SUCCESS;
}

EXPORT int nvmlSystemGetNVMLVersion(char *text, unsigned size) {
    ENTER(nvmlSystemGetNVMLVersion);
    snprintf(text, size, "13.%s", SIM_VERSION);
    return SUCCESS;
}

EXPORT int nvmlSystemGetCudaDriverVersion_v2(int *version) {
    ENTER(nvmlSystemGetCudaDriverVersion_v2);
    *version = (int) sim_number("DRIVER_API", 13000);
    return SUCCESS;
}

EXPORT int nvmlDeviceGetCount_v2(unsigned *count) {
    ENTER(nvmlDeviceGetCount_v2);
    *count = (unsigned) sim_number("NVML_COUNT", sim_count());
    return SUCCESS;
}

EXPORT int nvmlDeviceGetHandleByIndex_v2(unsigned index, void **handle) {
    ENTER(nvmlDeviceGetHandleByIndex_v2);
    *handle = (void *) (uintptr_t) (0x1000 + index);
    return SUCCESS;
}

EXPORT int nvmlDeviceGetName(void *device, char *text, unsigned size) {
    (void) device;
    ENTER(nvmlDeviceGetName);
    snprintf(text, size, "%s", sim_text("NAME", "NVIDIA H200"));
    return SUCCESS;
}

EXPORT int nvmlDeviceGetUUID(void *device, char *text, unsigned size) {
    ENTER(nvmlDeviceGetUUID);
    unsigned char b[16];
    sim_uuid(number_of(device), b);
    snprintf(text, size, "GPU-%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1], b[2], b[3], b[4],
        b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
    return SUCCESS;
}

EXPORT int nvmlDeviceGetPciInfo_v3(void *device, pci_info *info) {
    ENTER(nvmlDeviceGetPciInfo_v3);
    memset(info, 0, sizeof *info);
    snprintf(info->bus_id, sizeof info->bus_id, "00000000:00:%02x.0", 5 + number_of(device));
    return SUCCESS;
}

EXPORT int nvmlDeviceGetMemoryInfo(void *device, unsigned long long *memory) {
    (void) device;
    ENTER(nvmlDeviceGetMemoryInfo);
    memory[0] = memory[1] = (unsigned long long) sim_number("MEM_MIB", 256) << 20;
    memory[2] = 0;
    return SUCCESS;
}

EXPORT int nvmlDeviceGetMigMode(void *device, unsigned *now, unsigned *pending) {
    (void) device;
    ENTER(nvmlDeviceGetMigMode);
    const char *mode = sim_text("MIG", "off");
    if (!strcmp(mode, "none")) return NOT_SUPPORTED;
    *now = *pending = strcmp(mode, "off") != 0;
    return SUCCESS;
}

EXPORT int nvmlDeviceGetEccMode(void *device, unsigned *now, unsigned *pending) {
    (void) device;
    ENTER(nvmlDeviceGetEccMode);
    *now = *pending = (unsigned) sim_number("ECC", 1);
    return SUCCESS;
}

EXPORT int nvmlDeviceGetPersistenceMode(void *device, unsigned *mode) {
    (void) device;
    ENTER(nvmlDeviceGetPersistenceMode);
    *mode = (unsigned) sim_number("PERSISTENCE", 1);
    return SUCCESS;
}

EXPORT int nvmlDeviceGetComputeMode(void *device, unsigned *mode) {
    (void) device;
    ENTER(nvmlDeviceGetComputeMode);
    *mode = (unsigned) sim_number("COMPUTE_MODE", 0);
    return SUCCESS;
}
