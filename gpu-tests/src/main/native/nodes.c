/* The device nodes: what is there, and who may open them (gpu.md G11, G12). */
#include "probe.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *type_of(const struct stat *file) {
    if (S_ISCHR(file->st_mode)) return "char";
    if (S_ISREG(file->st_mode)) return "file";
    if (S_ISDIR(file->st_mode)) return "folder";
    return "other";
}

static void node(const char *name, int uid) {
    char shown[300], path[1100], mode[8], link[1100];
    struct stat file;
    join(shown, sizeof shown, "/", name);
    join(path, sizeof path, options.dev_root, shown);
    bool there = syscall(SYS_newfstatat, AT_FDCWD, path, &file, 0) == 0;
    unsigned major = 0, minor = 0;
    if (there) {
        major = (unsigned) (file.st_rdev >> 8 & 0xfff);
        minor = (unsigned) ((file.st_rdev & 0xff) | (file.st_rdev >> 12 & 0xfff00));
        snprintf(mode, sizeof mode, "%04o", (unsigned) file.st_mode & 07777);
        snprintf(link, sizeof link, "%.1000s/char/%u:%u", options.dev_root, major, minor);
    }
    int opened = open(path, O_RDWR | O_CLOEXEC | O_NONBLOCK), error = opened < 0 ? errno : 0;
    if (opened >= 0) close(opened);
    join(path, sizeof path, "/dev", shown);
    line_fact("node", stage_name);
    line_text("path", path);
    line_int("uid", uid);
    line_bool("exists", there);
    line_text("type", there ? type_of(&file) : NULL);
    line_text("mode", there ? mode : NULL);
    line_int_or_null("owner", there, there ? file.st_uid : 0);
    line_int_or_null("group", there, there ? file.st_gid : 0);
    line_int_or_null("major", there, major);
    line_int_or_null("minor", there, minor);
    line_int("open", error);
    line_text("error", errno_name(error));
    line_bool("char_link", there && access(link, F_OK) == 0);
    line_end();
}

void nodes_report(int uid) {
    static const char *const always[] = {"nvidiactl", "nvidia-uvm", "nvidia-uvm-tools", "nvidia0"};
    for (int i = 0; i < 4; i++) node(always[i], uid);
    DIR *folder = opendir(options.dev_root);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        bool known = strncmp(entry->d_name, "nvidia", 6) != 0 || entry->d_type == DT_DIR;
        for (int i = 0; i < 4; i++) known = known || !strcmp(entry->d_name, always[i]);
        if (!known) node(entry->d_name, uid);
    }
    if (folder) closedir(folder);
}

int stage_nonroot(int device) {
    (void) device;
    /* the raw calls: those of the C library tell other threads, of which there are none */
    syscall(SYS_setgroups, 0, NULL);
    if (syscall(SYS_setresgid, options.uid, options.uid, options.uid) != 0
            || syscall(SYS_setresuid, options.uid, options.uid, options.uid) != 0) {
        return CALL_FAILED;
    }
    nodes_report(options.uid);
    return RAN;
}
