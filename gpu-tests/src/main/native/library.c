/* Loads a library the way a framework does, and says which file that was. */
#include "probe.h"
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { LINKS = 8 };

/* The file behind a mapping whose file name contains a part: what the loader really took. */
bool mapped_path(const char *part, char *to, size_t size) {
    FILE *maps = fopen("/proc/self/maps", "r");
    char text[1200];
    bool found = false;
    while (maps && !found && fgets(text, sizeof text, maps)) {
        char *path = strchr(text, '/');
        if (!path) continue;
        path[strcspn(path, "\n")] = 0;
        char *name = strrchr(path, '/') + 1;
        if (!strncmp(name, part, strlen(part))) {
            join(to, size, path, "");
            found = true;
        }
    }
    if (maps) fclose(maps);
    return found;
}

/* "libcuda.so.1" gives "libcuda.so", which a file of any version begins with. */
static void stem(const char *soname, char *to, size_t size) {
    const char *name = strrchr(soname, '/');
    join(to, size, name ? name + 1 : soname, "");
    char *end = strstr(to, ".so");
    if (end) end[3] = 0;
}

/* "libcuda.so.580.126.16" gives "580.126.16"; "libcuda.so.1" says no version of a driver. */
static const char *version_of(const char *path) {
    const char *so = strstr(strrchr(path, '/') ? strrchr(path, '/') : path, ".so.");
    return so && strchr(so + 4, '.') ? so + 4 : NULL;
}

/* Where every name of a driver's file is mounted by itself there are no links, and the loader takes "libcuda.so.1": the
   version stands in another name of the same file. */
static const char *version_beside(const char *path, const struct stat *file, char *to, size_t size) {
    char folder[600], other[860];
    struct stat seen;
    const char *found = NULL;
    join(folder, sizeof folder, path, "");
    char *slash = strrchr(folder, '/');
    if (!slash) return NULL;
    slash[1] = 0;
    DIR *entries = opendir(folder);
    for (struct dirent *entry; !found && entries && (entry = readdir(entries));) {
        if (strncmp(entry->d_name, "lib", 3) || !version_of(entry->d_name)) continue;
        join(other, sizeof other, folder, entry->d_name);
        if (syscall(SYS_newfstatat, AT_FDCWD, other, &seen, 0) || seen.st_ino != file->st_ino || seen.st_dev != file->st_dev) continue;
        join(to, size, version_of(other), "");
        found = to;
    }
    if (entries) closedir(entries);
    return found;
}

/* The links between the name beside the file and the file. */
static int links_to(const char *soname, const char *path, char chain[][256]) {
    char folder[600], at[860], target[512];
    int count = 0;
    join(folder, sizeof folder, path, "");
    char *slash = strrchr(folder, '/');
    if (!slash || strchr(soname, '/')) return 0;
    slash[1] = 0;
    join(at, sizeof at, folder, soname);
    while (count < LINKS) {
        ssize_t n = readlink(at, target, sizeof target - 1);
        if (n <= 0) break;
        target[n] = 0;
        char *name = strrchr(at, '/');
        snprintf(chain[count++], 256, "%.100s -> %.140s", name ? name + 1 : at, target);
        if (target[0] == '/') join(at, sizeof at, target, "");
        else join(at, sizeof at, folder, target);
    }
    return count;
}

void library_describe(const char *soname, void *handle, const char *error) {
    char path[1100], part[128], beside[860], chain[LINKS][256];
    stem(soname, part, sizeof part);
    bool known = handle && mapped_path(part, path, sizeof path);
    struct stat file;
    line_fact("library", stage_name);
    line_text("soname", soname);
    line_bool("loaded", handle != NULL);
    line_text("path", known ? path : NULL);
    bool there = known && syscall(SYS_newfstatat, AT_FDCWD, path, &file, 0) == 0;
    line_int_or_null("size", there, there ? (long long) file.st_size : 0);
    const char *version = known ? version_of(path) : NULL;
    line_text("version", version || !there ? version : version_beside(path, &file, beside, sizeof beside));
    line_list("chain", chain, known ? links_to(soname, path, chain) : 0);
    line_bool("stub", known && contains(path, "/stubs/"));
    line_bool("compat", known && contains(path, "/compat/"));
    line_bool("simulated", handle && dlsym(handle, "nodestart_simulated_driver") != NULL);
    line_text("error", handle ? NULL : error);
    line_end();
}

void *library_open(const char *soname, bool report) {
    void *handle = dlopen(soname, RTLD_NOW | RTLD_LOCAL);
    const char *error = handle ? NULL : dlerror();
    if (report) library_describe(soname, handle, error);
    return handle;
}
