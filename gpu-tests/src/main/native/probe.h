/* What the parts of the GPU probe share. */
#ifndef NODESTART_PROBE_H
#define NODESTART_PROBE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* the versions that a glibc of any age has; without this the linker takes its own glibc's newest */
__asm__(".symver dlopen,dlopen@GLIBC_2.2.5\n"
        ".symver dlsym,dlsym@GLIBC_2.2.5\n"
        ".symver dlerror,dlerror@GLIBC_2.2.5\n"
        ".symver memcpy,memcpy@GLIBC_2.2.5\n");

enum { MAX_DEVICES = 64, MAX_NAMES = 64, MAX_STAGES = 8 + MAX_DEVICES + MAX_NAMES };
enum { RAN = 0, CALL_FAILED = 1, NO_LIBRARY = 2, NO_SYMBOL = 3, WRONG_DATA = 4, BAD_USAGE = 64 };
enum level { IDENTITY, QUICK, FULL };

struct options {
    enum level level;
    const char *proc_root, *dev_root;
    int uid, limit, total;
    double deadline; /* of the whole run, where total is set */
    long memory_cap_mib; /* 0: none */
    uint32_t seed;
    const char *ptx_isa[MAX_NAMES], *library[MAX_NAMES];
    int ptx_isas, libraries;
};
extern struct options options;

/* Memory that the stages share with the process that starts them. */
struct shared {
    volatile int devices; /* how many the cuda stage saw */
    volatile bool finished[MAX_STAGES];
};
extern struct shared *shared;

/* json.c: one line of output, written whole; strings that do not fit are cut */
void line_begin(const char *kind, const char *value);
void line_fact(const char *fact, const char *stage);
void line_text(const char *key, const char *value); /* NULL gives null */
void line_int(const char *key, long long value);
void line_uint(const char *key, unsigned long long value);
void line_int_or_null(const char *key, bool known, long long value);
void line_ms(const char *key, double value);
void line_bool(const char *key, bool value);
void line_null(const char *key);
void line_list(const char *key, char texts[][256], int count);
void line_end(void);
void output_to(int descriptor);

/* util.c */
double now_ms(void);
unsigned random_next(uint32_t *state);
uint32_t mix(uint32_t value);
bool parse_int(const char *text, long *value);
const char *join(char *to, size_t size, const char *a, const char *b);
long read_file(const char *path, char *to, size_t size); /* ends with 0; -1 where it cannot be read */
const char *errno_name(int number);
bool contains(const char *text, const char *part);

/* stage.c: runs a part in a process of its own and writes how it ended */
typedef int (*stage_work)(int device);
void stage_start(const char *stage, int device, stage_work work); /* device -1: of no device */
int stage_wait_all(void); /* the worst code of those that were started since the last wait */
int stage_code(const char *stage); /* of the last wait; -1 where it did not end by itself */
void stage_skip(const char *stage);
extern const char *stage_name; /* in a stage: its own */

/* library.c */
void *library_open(const char *soname, bool report); /* writes the fact library; NULL where it is not there */
bool mapped_path(const char *part, char *to, size_t size);
void library_describe(const char *soname, void *handle, const char *error);

/* digest.c */
bool sha256_file(const char *path, char hex[65]);

/* nodes.c, system.c, nvml.c and the stages of cuda */
void nodes_report(int uid);
void candidates_report(void);
int stage_system(int device);
int stage_nonroot(int device);
int stage_digest(int device);
int stage_nvml(int device);
int stage_framework(int device);
int stage_cuda(int device);
int stage_compute(int device);
int stage_ptx(int device);
int stage_memory(int device);
int stage_bandwidth(int device);
int stage_peer(int device);

#endif
