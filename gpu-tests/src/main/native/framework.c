/* Loads the CUDA libraries that frameworks use, each in a process of its own, by the image's search path (gpu.md G25). */
#include "probe.h"
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

const char *const framework_libraries[] = {"libcudart.so.11.0", "libcudart.so.12", "libcudart.so.13", "libcublas.so.11",
    "libcublas.so.12", "libcublas.so.13", "libcudnn.so.8", "libcudnn.so.9", "libnccl.so.2", NULL};

enum kind { TO_POINTER, RESULT, PARTS };
static const struct {
    const char *begins, *function;
    enum kind kind;
} versions[] = {{"libcudart.", "cudaRuntimeGetVersion", TO_POINTER}, {"libcublas.", "cublasGetProperty", PARTS},
    {"libcudnn.", "cudnnGetVersion", RESULT}, {"libnccl.", "ncclGetVersion", TO_POINTER},
    {"libcufft.", "cufftGetProperty", PARTS}, {"libcusparse.", "cusparseGetProperty", PARTS},
    {"libcurand.", "curandGetVersion", TO_POINTER}};

static bool version(void *function, enum kind kind, char *to, size_t size) {
    int part[3] = {0, 0, 0};
    if (kind == RESULT) {
        snprintf(to, size, "%zu", ((size_t (*)(void)) function)());
        return true;
    }
    if (kind == TO_POINTER) {
        bool good = ((int (*)(int *)) function)(&part[0]) == 0;
        snprintf(to, size, "%d", part[0]);
        return good;
    }
    for (int i = 0; i < 3; i++) {
        if (((int (*)(int, int *)) function)(i, &part[i]) != 0) return false;
    }
    snprintf(to, size, "%d.%d.%d", part[0], part[1], part[2]);
    return true;
}

int stage_framework(int number) {
    const char *library = options.library[number], *slash = strrchr(library, '/'), *function = NULL;
    char path[1100], part[128], text[64];
    bool known = false;
    line_fact("framework", stage_name); /* what goes wrong below is then only the library's end */
    line_text("library", library);
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    const char *error = handle ? NULL : dlerror();
    join(part, sizeof part, slash ? slash + 1 : library, "");
    if (strstr(part, ".so")) strstr(part, ".so")[3] = 0;
    for (size_t i = 0; handle && i < sizeof versions / sizeof *versions; i++) {
        if (strncmp(slash ? slash + 1 : library, versions[i].begins, strlen(versions[i].begins))) continue;
        void *found = dlsym(handle, versions[i].function);
        function = found ? versions[i].function : NULL;
        known = found && version(found, versions[i].kind, text, sizeof text);
    }
    line_bool("loaded", handle != NULL);
    line_text("path", handle && mapped_path(part, path, sizeof path) ? path : NULL);
    line_text("version", known ? text : NULL);
    line_text("function", function);
    line_text("error", error);
    line_end();
    return RAN;
}
