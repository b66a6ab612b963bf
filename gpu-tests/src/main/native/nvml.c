/* NVML, the library behind nvidia-smi. Constants are those of nvml.h. */
#include "probe.h"
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

enum { TEXT = 96, MISSING = -1 };
typedef struct {
    char legacy_bus[16];
    unsigned domain, bus, device, id, subsystem;
    char bus_id[32];
} pci_info;
typedef struct {
    unsigned long long total, free, used;
} memory_info;

static void *library;

static const char *name_of(int rc, char *to, size_t size) {
    static const char *const names[] = {"NVML_SUCCESS", "NVML_ERROR_UNINITIALIZED", "NVML_ERROR_INVALID_ARGUMENT",
        "NVML_ERROR_NOT_SUPPORTED", "NVML_ERROR_NO_PERMISSION", "NVML_ERROR_ALREADY_INITIALIZED", "NVML_ERROR_NOT_FOUND",
        "NVML_ERROR_INSUFFICIENT_SIZE", "NVML_ERROR_INSUFFICIENT_POWER", "NVML_ERROR_DRIVER_NOT_LOADED",
        "NVML_ERROR_TIMEOUT", "NVML_ERROR_IRQ_ISSUE", "NVML_ERROR_LIBRARY_NOT_FOUND", "NVML_ERROR_FUNCTION_NOT_FOUND",
        "NVML_ERROR_CORRUPTED_INFOROM", "NVML_ERROR_GPU_IS_LOST", "NVML_ERROR_RESET_REQUIRED",
        "NVML_ERROR_OPERATING_SYSTEM", "NVML_ERROR_LIB_RM_VERSION_MISMATCH", "NVML_ERROR_IN_USE", "NVML_ERROR_MEMORY"};
    if (rc >= 0 && rc < (int) (sizeof names / sizeof *names)) return names[rc];
    if (rc == 999) return "NVML_ERROR_UNKNOWN";
    snprintf(to, size, "NVML_ERROR_%d", rc);
    return to;
}

static int report(const char *call, int device, int rc, double began) {
    char name[32];
    line_begin("call", call);
    line_text("stage", stage_name);
    line_int_or_null("device", device >= 0, device);
    line_int_or_null("rc", rc != MISSING, rc);
    line_text("name", rc == MISSING ? "SYMBOL_MISSING" : name_of(rc, name, sizeof name));
    line_ms("ms", now_ms() - began);
    line_end();
    return rc;
}

/* Calls a function by its name: every argument is a word in a register, and what a function does not take it does not read. */
static int call(const char *name, int device, uintptr_t a, uintptr_t b, uintptr_t c) {
    typedef int (*words)(uintptr_t, uintptr_t, uintptr_t);
    words function = (words) dlsym(library, name);
    double began = now_ms();
    return report(name, device, function ? function(a, b, c) : MISSING, began);
}

static void number(const char *key, int rc, unsigned value) { line_int_or_null(key, rc == 0, value); }

static void device_facts(int device) {
    void *handle = NULL;
    char name[TEXT] = "", uuid[TEXT] = "";
    pci_info pci = {0};
    memory_info memory = {0};
    unsigned mig = 0, pending = 0, ecc = 0, ecc_pending = 0, persistence = 0, mode = 0;
    if (call("nvmlDeviceGetHandleByIndex_v2", device, (uintptr_t) device, (uintptr_t) &handle, 0)) return;
    uintptr_t of = (uintptr_t) handle;
    int named = call("nvmlDeviceGetName", device, of, (uintptr_t) name, TEXT);
    int known = call("nvmlDeviceGetUUID", device, of, (uintptr_t) uuid, TEXT);
    int placed = call("nvmlDeviceGetPciInfo_v3", device, of, (uintptr_t) &pci, 0);
    int sized = call("nvmlDeviceGetMemoryInfo", device, of, (uintptr_t) &memory, 0);
    int split = call("nvmlDeviceGetMigMode", device, of, (uintptr_t) &mig, (uintptr_t) &pending);
    int checked = call("nvmlDeviceGetEccMode", device, of, (uintptr_t) &ecc, (uintptr_t) &ecc_pending);
    int kept = call("nvmlDeviceGetPersistenceMode", device, of, (uintptr_t) &persistence, 0);
    int open = call("nvmlDeviceGetComputeMode", device, of, (uintptr_t) &mode, 0);
    name[TEXT - 1] = uuid[TEXT - 1] = pci.bus_id[31] = 0;
    line_fact("nvml_device", stage_name);
    line_int("device", device);
    line_text("name", named ? NULL : name);
    line_text("uuid", known ? NULL : uuid);
    line_text("pci", placed ? NULL : pci.bus_id);
    line_int_or_null("memory", sized == 0, (long long) memory.total);
    number("mig_mode", split, mig);
    number("mig_pending", split, pending);
    number("ecc", checked, ecc);
    number("persistence", kept, persistence);
    number("compute_mode", open, mode);
    line_end();
}

int stage_nvml(int device) {
    (void) device;
    library = library_open("libnvidia-ml.so.1", true);
    if (!library) return NO_LIBRARY;
    int rc = call("nvmlInit_v2", -1, 0, 0, 0);
    if (rc) return rc == MISSING ? NO_SYMBOL : CALL_FAILED;
    char driver[TEXT] = "", version[TEXT] = "";
    int cuda = 0;
    unsigned count = 0;
    int drove = call("nvmlSystemGetDriverVersion", -1, (uintptr_t) driver, TEXT, 0);
    int spoke = call("nvmlSystemGetNVMLVersion", -1, (uintptr_t) version, TEXT, 0);
    int level = call("nvmlSystemGetCudaDriverVersion_v2", -1, (uintptr_t) &cuda, 0, 0);
    int counted = call("nvmlDeviceGetCount_v2", -1, (uintptr_t) &count, 0, 0);
    driver[TEXT - 1] = version[TEXT - 1] = 0;
    line_fact("nvml", stage_name);
    line_text("driver", drove ? NULL : driver);
    line_text("nvml", spoke ? NULL : version);
    line_int_or_null("cuda_driver", level == 0, cuda);
    line_int_or_null("count", counted == 0, count);
    line_end();
    for (unsigned i = 0; counted == 0 && i < count && i < MAX_DEVICES; i++) device_facts((int) i);
    return counted ? CALL_FAILED : RAN;
}
