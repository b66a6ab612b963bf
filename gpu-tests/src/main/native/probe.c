/* nodestart's GPU probe: says what the GPU's driver does, as lines of JSON; README.md beside it says which. */
#include "probe.h"
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/utsname.h>
#include <unistd.h>

struct options options = {.level = QUICK, .proc_root = "/proc", .dev_root = "/dev", .uid = 1000, .memory_cap_mib = -1};
struct shared *shared;
extern const char *const framework_libraries[];
extern const char *gnu_get_libc_version(void);

static bool number(const char *value, long *to) { return value && parse_int(value, to); }

static bool take_number(const char *name, const char *value) {
    long n = 0;
    if (!number(value, &n)) return false;
    if (!strcmp(name, "--uid")) options.uid = (int) n;
    else if (!strcmp(name, "--limit") && n > 0) options.limit = (int) n;
    else if (!strcmp(name, "--total") && n > 0) options.total = (int) n;
    else if (!strcmp(name, "--memory-cap")) options.memory_cap_mib = n;
    else if (!strcmp(name, "--seed")) options.seed = (uint32_t) n;
    else return false;
    return true;
}

static bool take_level(const char *value) {
    static const char *const names[] = {"identity", "quick", "full"};
    for (int i = 0; i < 3; i++) {
        if (!strcmp(value, names[i])) {
            options.level = (enum level) i;
            return true;
        }
    }
    return false;
}

static bool take(const char *name, const char *value) {
    if (!value) return false;
    if (!strcmp(name, "--level")) return take_level(value);
    if (!strcmp(name, "--proc-root")) return (options.proc_root = value) != NULL;
    if (!strcmp(name, "--dev-root")) return (options.dev_root = value) != NULL;
    if (!strcmp(name, "--ptx-isa") && options.ptx_isas < MAX_NAMES) return (options.ptx_isa[options.ptx_isas++] = value) != NULL;
    if (!strcmp(name, "--library") && options.libraries < MAX_NAMES) return (options.library[options.libraries++] = value) != NULL;
    return take_number(name, value);
}

static void defaults(void) {
    bool full = options.level == FULL;
    options.deadline = now_ms() + options.total * 1000.0;
    if (options.limit == 0) options.limit = full ? 120 : 30;
    if (options.memory_cap_mib < 0) options.memory_cap_mib = full ? 0 : 2048;
    if (options.seed == 0) options.seed = mix((uint32_t) getpid() ^ (uint32_t) (now_ms() * 1000)) >> 2;
    for (int i = 0; full && framework_libraries[i] && options.libraries < MAX_NAMES; i++) {
        options.library[options.libraries++] = framework_libraries[i];
    }
}

static void first_line(void) {
    static const char *const names[] = {"identity", "quick", "full"};
    struct utsname system;
    memset(&system, 0, sizeof system);
    uname(&system);
    line_begin("probe", "nodestart");
    line_int("format", 1);
    line_text("level", names[options.level]);
    line_uint("seed", options.seed);
    line_int("uid", (int) getuid());
    line_text("libc", gnu_get_libc_version());
    line_text("kernel", system.release);
    line_text("machine", system.machine);
    line_end();
}

/* One process a device, side by side or one after the other. */
static int on_each(const char *stage, stage_work work, bool together) {
    int worst = 0, code;
    for (int i = 0; i < shared->devices; i++) {
        stage_start(stage, i, work);
        if (together) continue;
        code = stage_wait_all();
        if (code > worst) worst = code;
    }
    code = stage_wait_all();
    return code > worst ? code : worst;
}

static int worse(int a, int b) { return a > b ? a : b; }

static int deep(bool usable) {
    static const struct { const char *stage; stage_work work; bool together; enum level level; } stages[] = {
        {"compute", stage_compute, true, QUICK}, {"ptx", stage_ptx, true, QUICK}, {"memory", stage_memory, true, QUICK},
        {"bandwidth", stage_bandwidth, false, FULL}, {"peer", stage_peer, false, FULL}};
    int worst = 0;
    for (int i = 0; i < 5; i++) {
        if (options.level < stages[i].level) continue;
        if (stages[i].work == stage_ptx && options.ptx_isas == 0) continue;
        if (stages[i].work == stage_peer && shared->devices == 1) continue;
        if (!usable || shared->devices == 0) stage_skip(stages[i].stage);
        else worst = worse(worst, on_each(stages[i].stage, stages[i].work, stages[i].together));
    }
    return worst;
}

static int run(void) {
    stage_start("system", -1, stage_system);
    stage_start("nvml", -1, stage_nvml);
    stage_start("cuda", -1, stage_cuda);
    if (options.level > IDENTITY) stage_start("nonroot", -1, stage_nonroot);
    stage_wait_all();
    int cuda = stage_code("cuda"), worst = 0;
    if (options.level > IDENTITY) {
        stage_start("digest", -1, stage_digest);
        for (int i = 0; i < options.libraries; i++) stage_start("framework", i, stage_framework);
        stage_wait_all();
        worst = deep(cuda == RAN);
    }
    if (worst == WRONG_DATA) return WRONG_DATA;
    return cuda == NO_SYMBOL || cuda == NO_LIBRARY ? cuda : RAN;
}

int main(int count, char **arguments) {
    double began = now_ms();
    for (int i = 1; i < count; i += 2) {
        if (!take(arguments[i], i + 1 < count ? arguments[i + 1] : NULL)) {
            fprintf(stderr, "gpu-probe: [%s] is not understood.\n", arguments[i]);
            return BAD_USAGE;
        }
    }
    defaults();
    /* what a library prints on standard output must not come between the lines */
    if (dup2(1, 200) == 200 && dup2(2, 1) == 1) output_to(200);
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) return CALL_FAILED;
    first_line();
    int code = run();
    line_begin("end", "probe");
    line_int("exit", code);
    line_ms("ms", now_ms() - began);
    line_end();
    return code;
}
