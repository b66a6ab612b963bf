/* What can be read without the driver's libraries. */
#include "probe.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

static char text[1 << 16];

static long proc_file(const char *name) {
    char path[1100];
    return read_file(join(path, sizeof path, options.proc_root, name), text, sizeof text);
}

/* The version is the first word of digits and at least one dot. */
static bool find_version(const char *line, char *to, size_t size) {
    for (const char *at = line; *at;) {
        at += strspn(at, " \t");
        size_t length = strcspn(at, " \t"), digits = strspn(at, "0123456789.");
        if (length > 0 && digits == length && memchr(at, '.', length) && length < size) {
            memcpy(to, at, length);
            to[length] = 0;
            return true;
        }
        at += length;
    }
    return false;
}

static void driver(void) {
    char version[64] = "";
    bool there = proc_file("/driver/nvidia/version") >= 0;
    if (there) text[strcspn(text, "\n")] = 0;
    line_fact("driver", stage_name);
    line_text("version", there && find_version(text, version, sizeof version) ? version : NULL);
    line_text("line", there ? text : NULL);
    line_bool("open", there && contains(text, "Open Kernel Module"));
    line_end();

    there = proc_file("/driver/nvidia/params") >= 0;
    char *at = there ? strstr(text, "ModifyDeviceFiles:") : NULL;
    line_fact("driver_params", stage_name);
    line_int_or_null("modify_device_files", at != NULL, at ? at[18 + strspn(at + 18, " ")] - '0' : 0);
    line_end();
}

static void majors(void) {
    if (proc_file("/devices") < 0) return;
    for (char *line = text, *next; *line; line = next) {
        next = line + strcspn(line, "\n");
        if (*next) *next++ = 0;
        if (!strncmp(line, "Block devices", 13)) break;
        char *name = line + strspn(line, " ");
        char *end = name + strspn(name, "0123456789");
        if (*end == ' ' && !strncmp(end + 1, "nvidia", 6)) {
            long major = 0;
            *end = 0;
            if (!parse_int(name, &major)) continue;
            line_fact("major", stage_name);
            line_text("name", end + 1);
            line_int("major", major);
            line_end();
        }
    }
}

static void gpus(void) {
    char path[1100];
    DIR *folder = opendir(join(path, sizeof path, options.proc_root, "/driver/nvidia/gpus"));
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        if (entry->d_name[0] == '.') continue;
        line_fact("proc_gpu", stage_name);
        line_text("bus", entry->d_name);
        line_end();
    }
    if (folder) closedir(folder);
}

static void environment(void) {
    static const char *const names[] = {"LD_LIBRARY_PATH", "LD_PRELOAD", "LD_AUDIT", "NVIDIA_VISIBLE_DEVICES",
        "NVIDIA_DRIVER_CAPABILITIES", "NVIDIA_CTK_LIBCUDA_DIR", "NVIDIA_DISABLE_REQUIRE", "CUDA_VISIBLE_DEVICES",
        "CUDA_VERSION"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (!value) continue;
        line_fact("environment", stage_name);
        line_text("name", names[i]);
        line_text("value", value);
        line_end();
    }
}

static void shm(void) {
    char path[1100];
    struct statvfs size;
    bool there = statvfs(join(path, sizeof path, options.dev_root, "/shm"), &size) == 0;
    line_fact("shm", stage_name);
    line_int_or_null("bytes", there, there ? (long long) (size.f_blocks * size.f_frsize) : 0);
    line_int_or_null("free", there, there ? (long long) (size.f_bavail * size.f_frsize) : 0);
    line_end();
}

int stage_system(int device) {
    (void) device;
    driver();
    majors();
    gpus();
    nodes_report((int) getuid());
    environment();
    shm();
    candidates_report();
    return RAN;
}
