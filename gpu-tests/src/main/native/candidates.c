/* The driver's libraries lying about in an image: one too many is the cause of errors 18 and 803 (gpu.md F2, F5). */
#include "probe.h"
#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { FOLDERS = 64, MOST = 200 };

static char folders[FOLDERS][512];
static int folder_count, file_count;

static void file(const char *folder, const char *name, const char *library) {
    char path[900], target[512];
    struct stat at;
    join(path, sizeof path, folder, "/");
    join(path, sizeof path, path, name);
    ssize_t n = readlink(path, target, sizeof target - 1);
    target[n > 0 ? n : 0] = 0;
    bool there = syscall(SYS_newfstatat, AT_FDCWD, path, &at, 0) == 0;
    line_fact("candidate", stage_name);
    line_text("library", library);
    line_text("path", path);
    line_text("target", n > 0 ? target : NULL);
    line_int_or_null("size", there, there ? (long long) at.st_size : 0);
    line_end();
    file_count++;
}

static void look_in(const char *path) {
    static const char *const names[] = {"libcuda.so", "libnvidia-ml.so", "libnvidia-ptxjitcompiler.so"};
    if (!*path || folder_count == FOLDERS || strlen(path) >= sizeof *folders) return;
    for (int i = 0; i < folder_count; i++) {
        if (!strcmp(folders[i], path)) return;
    }
    join(folders[folder_count++], sizeof *folders, path, "");
    DIR *folder = opendir(path);
    for (struct dirent *entry; folder && file_count < MOST && (entry = readdir(folder));) {
        for (int i = 0; i < 3; i++) {
            size_t length = strlen(names[i]);
            char after = strncmp(entry->d_name, names[i], length) ? 'x' : entry->d_name[length];
            if (after == 0 || after == '.') file(path, entry->d_name, names[i]);
        }
    }
    if (folder) closedir(folder);
}

static void look_in_toolkits(void) {
    static const char *const parts[] = {"/compat", "/lib64/stubs", "/targets/x86_64-linux/lib/stubs"};
    DIR *folder = opendir("/usr/local");
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        if (strncmp(entry->d_name, "cuda", 4)) continue;
        for (int i = 0; i < 3; i++) {
            char path[900];
            join(path, sizeof path, "/usr/local/", entry->d_name);
            look_in(join(path, sizeof path, path, parts[i]));
        }
    }
    if (folder) closedir(folder);
}

void candidates_report(void) {
    static const char *const usual[] = {"/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib", "/usr/local/lib",
        "/usr/local/nvidia/lib64", "/usr/local/nvidia/lib", "/usr/lib/wsl/lib", "/usr/lib/x86_64-linux-gnu/nvidia/current"};
    const char *path = getenv("LD_LIBRARY_PATH");
    while (path && *path) {
        char one[512];
        size_t length = strcspn(path, ":;");
        if (length > 0 && length < sizeof one) {
            memcpy(one, path, length);
            one[length] = 0;
            while (length > 1 && one[length - 1] == '/') one[--length] = 0;
            look_in(one);
        }
        path += strcspn(path, ":;");
        path += *path ? 1 : 0;
    }
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) look_in(usual[i]);
    look_in_toolkits();
}
