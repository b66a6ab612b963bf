#define _GNU_SOURCE
#include "sim.h"
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Every result that this driver gives is labelled by this symbol: it must never be taken for a GPU (gpu.md G34). */
EXPORT const int nodestart_simulated_driver = 1;

static char conf[8192];
static bool conf_read;

static void read_conf(void) {
    Dl_info here;
    char path[1024];
    conf_read = true;
    if (!dladdr(&nodestart_simulated_driver, &here) || !realpath(here.dli_fname, path)) return;
    char *slash = strrchr(path, '/');
    if (!slash || slash - path > 900) return;
    strcpy(slash + 1, "simulated-driver.conf");
    FILE *file = fopen(path, "r");
    if (!file) return;
    conf[0] = '\n';
    conf[1 + fread(conf + 1, 1, sizeof conf - 2, file)] = 0;
    fclose(file);
}

const char *sim_text(const char *name, const char *otherwise) {
    static char kept[64][256];
    static int used;
    char key[96];
    snprintf(key, sizeof key, "NODESTART_SIM_%s", name);
    const char *value = getenv(key);
    if (value) return value;
    if (!conf_read) read_conf();
    snprintf(key, sizeof key, "\n%s=", name);
    const char *line = strstr(conf, key);
    if (!line) return otherwise;
    line += strlen(key);
    char *to = kept[used++ % 64];
    snprintf(to, 256, "%.*s", (int) strcspn(line, "\r\n"), line);
    return to;
}

long sim_number(const char *name, long otherwise) {
    const char *text = sim_text(name, NULL);
    return text && *text ? strtol(text, NULL, 0) : otherwise;
}

/* finds "name", "name=7" or "name@2" in a list; gives what stands after the name */
static const char *entry(const char *list, const char *name) {
    size_t length = strlen(name);
    for (const char *at = list; at && *at; at += strcspn(at, ","), at += *at == ',') {
        if (!strncmp(at, name, length) && strchr("=@,", at[length])) return at + length;
    }
    return NULL;
}

bool sim_names(const char *knob, const char *name) { return entry(sim_text(knob, ""), name) != NULL; }

/* "@2": from the third call on */
static bool due(const char *after, const char *function) {
    static struct { const char *function; long calls; } counts[128];
    static int used;
    size_t part = strcspn(after, ",");
    const char *at = memchr(after, '@', part);
    int i = 0;
    while (i < used && strcmp(counts[i].function, function)) i++;
    if (i == used) {
        if (used == 128) return true;
        counts[used++].function = function;
    }
    return counts[i].calls++ >= (at ? strtol(at + 1, NULL, 10) : 0);
}

/* LOST=999: the first program that starts the driver has it, every later one gets that code. A program is told by the
   process above, since the probe begins a process for each stage; the first one's number is kept in /tmp. */
static int lost(void) {
    char text[24] = "";
    int code = (int) sim_number("LOST", 0), first = -1, file;
    if (!code) return 0;
    file = open("/tmp/nodestart-sim-first", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file >= 0) {
        int length = snprintf(text, sizeof text, "%d", (int) getppid());
        if (write(file, text, (size_t) length) != length) code = 0;
        close(file);
        return 0;
    }
    file = open("/tmp/nodestart-sim-first", O_RDONLY | O_CLOEXEC);
    if (file >= 0) {
        if (read(file, text, sizeof text - 1) > 0) first = atoi(text);
        close(file);
    }
    return first > 0 && first != (int) getppid() ? code : 0;
}

int sim_enter(const char *function) {
    const char *found;
    if (!strcmp(function, "cuInit") && lost()) return lost();
    if ((found = entry(sim_text("EXIT", ""), function)) && due(found, function)) _exit(0);
    if ((found = entry(sim_text("CRASH", ""), function)) && due(found, function)) raise(SIGSEGV);
    if ((found = entry(sim_text("ABORT", ""), function)) && due(found, function)) abort();
    if ((found = entry(sim_text("HANG", ""), function)) && due(found, function)) {
        for (;;) pause();
    }
    found = entry(sim_text("FAIL", ""), function);
    return found && *found == '=' && due(found, function) ? (int) strtol(found + 1, NULL, 10) : 0;
}

/* COUNT=nodes: a device for each node that is there, as a driver has it. The node's number of a device, -1 after the last */
static int node_of(int device) {
    char path[1024];
    for (int node = 0; node < 64; node++) {
        snprintf(path, sizeof path, "%s/nvidia%d", sim_text("DEV_ROOT", "/dev"), node);
        if (!access(path, F_OK) && device-- == 0) return node;
    }
    return -1;
}

static bool by_nodes(void) { return !strcmp(sim_text("COUNT", ""), "nodes"); }

int sim_count(void) {
    int count = 0;
    if (!by_nodes()) return (int) sim_number("COUNT", 1);
    while (node_of(count) >= 0) count++;
    return count;
}

void sim_device_name(char *to, size_t size) {
    const char *name = sim_text("NAME", "NVIDIA H200");
    bool slice = !strcmp(sim_text("MIG", ""), "slice");
    snprintf(to, size, "%s%s", name, slice ? " MIG 1g.18gb" : "");
}

/* UUID=GPU-00112233-…: for the first device; the others count up from it */
void sim_uuid(int device, unsigned char bytes[16]) {
    const char *text = sim_text("UUID", "GPU-51000000-5151-4151-8151-000000000000");
    int digits = 0;
    memset(bytes, 0, 16);
    for (text += strcspn(text, "-"); *text && digits < 32; text++) {
        int value = *text >= '0' && *text <= '9' ? *text - '0' : *text >= 'a' && *text <= 'f' ? *text - 'a' + 10 : -1;
        if (value < 0) continue;
        bytes[digits / 2] = (unsigned char) (bytes[digits / 2] << 4 | value);
        digits++;
    }
    bytes[15] = (unsigned char) (bytes[15] + (by_nodes() ? node_of(device) : device));
}

bool sim_node_opens(const char *name) {
    const char *root = sim_text("DEV_ROOT", NULL);
    char path[1024];
    if (!root) return true;
    snprintf(path, sizeof path, "%s/%s", root, name);
    int file = open(path, O_RDWR | O_CLOEXEC);
    if (file >= 0) close(file);
    return file >= 0;
}

int sim_compare(const char *a, const char *b) {
    char *rest_a, *rest_b;
    long major_a = strtol(a, &rest_a, 10), major_b = strtol(b, &rest_b, 10);
    if (major_a != major_b) return major_a < major_b ? -1 : 1;
    long minor_a = *rest_a == '.' ? atol(rest_a + 1) : 0, minor_b = *rest_b == '.' ? atol(rest_b + 1) : 0;
    return minor_a == minor_b ? 0 : minor_a < minor_b ? -1 : 1;
}
