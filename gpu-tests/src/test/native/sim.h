/* What the simulated libcuda and libnvidia-ml share: knobs, and faults on entry of any function. */
#ifndef NODESTART_SIM_H
#define NODESTART_SIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* so that it loads in older images too, as a real driver does */
__asm__(".symver dlopen,dlopen@GLIBC_2.2.5\n"
        ".symver dladdr,dladdr@GLIBC_2.2.5\n");

#define EXPORT __attribute__((visibility("default")))

/* NODESTART_SIM_<name>, else the line <name>=… of simulated-driver.conf beside the library, else what is given */
const char *sim_text(const char *name, const char *otherwise);
long sim_number(const char *name, long otherwise);
/* whether a comma-separated knob names something: CORRUPT=vadd,peer */
bool sim_names(const char *knob, const char *name);

/* FAIL, HANG, CRASH and EXIT on entry of a function; what it has to return at once, or 0 */
int sim_enter(const char *function);

int sim_count(void);
void sim_device_name(char *to, size_t size);
void sim_uuid(int device, unsigned char bytes[16]);
bool sim_node_opens(const char *name); /* below the knob DEV_ROOT; true where that is not set */

/* versions of two numbers: "9.10" is after "9.9" */
int sim_compare(const char *a, const char *b);

#define ENTER(function) \
    do { \
        int fault = sim_enter(#function); \
        if (fault) return fault; \
    } while (0)

#endif
