#include "probe.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

double now_ms(void) {
    struct timespec t;
    syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &t); /* the function of that name is GLIBC_2.17 */
    return (double) t.tv_sec * 1e3 + (double) t.tv_nsec / 1e6;
}

unsigned random_next(uint32_t *state) {
    uint32_t x = *state ? *state : 0x9e3779b9u;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    return *state = x;
}

/* the same as the kernel hash */
uint32_t mix(uint32_t h) {
    h ^= h >> 16;
    h *= 0x7feb352du;
    h ^= h >> 15;
    h *= 0x846ca68bu;
    return h ^ h >> 16;
}

bool parse_int(const char *text, long *value) {
    if (!*text) return false;
    long result = 0;
    for (; *text; text++) {
        if (*text < '0' || *text > '9' || result > 1000000000L) return false;
        result = result * 10 + (*text - '0');
    }
    *value = result;
    return true;
}

const char *join(char *to, size_t size, const char *a, const char *b) {
    size_t n = strlen(a), m = strlen(b);
    if (n + m + 1 > size) {
        to[0] = 0;
        return to;
    }
    memmove(to, a, n);
    memmove(to + n, b, m + 1);
    return to;
}

long read_file(const char *path, char *to, size_t size) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return -1;
    size_t used = 0;
    while (used < size - 1) {
        ssize_t n = read(file, to + used, size - 1 - used);
        if (n <= 0) break;
        used += (size_t) n;
    }
    close(file);
    to[used] = 0;
    return (long) used;
}

const char *errno_name(int number) {
    switch (number) {
        case 0: return NULL;
        case EPERM: return "EPERM";
        case ENOENT: return "ENOENT";
        case EIO: return "EIO";
        case ENXIO: return "ENXIO";
        case EACCES: return "EACCES";
        case EBUSY: return "EBUSY";
        case ENODEV: return "ENODEV";
        case ENOTDIR: return "ENOTDIR";
        case EISDIR: return "EISDIR";
        case EMFILE: return "EMFILE";
        case EROFS: return "EROFS";
        case ELOOP: return "ELOOP";
        default: return "errno";
    }
}

bool contains(const char *text, const char *part) { return strstr(text, part) != NULL; }
