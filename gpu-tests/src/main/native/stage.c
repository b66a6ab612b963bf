/* A stage is a process of its own: what it does to itself, the next one does not feel. */
#include "probe.h"
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SLOTS = MAX_STAGES };

struct running {
    const char *stage;
    int device, code;
    pid_t pid;
    double began, killed; /* killed 0: not yet */
    bool ended;
};

static struct running slots[SLOTS];
static int started;
static bool waited;
const char *stage_name = "probe";

void stage_start(const char *stage, int device, stage_work work) {
    if (waited) {
        started = 0;
        waited = false;
    }
    if (started == SLOTS) return;
    struct running *slot = &slots[started];
    *slot = (struct running) {.stage = stage, .device = device, .code = -1, .began = now_ms()};
    shared->finished[started] = false;
    bool late = options.total > 0 && now_ms() > options.deadline;
    pid_t parent = getpid(), pid = late ? -1 : fork();
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent) _exit(CALL_FAILED);
        setpgid(0, 0); /* helpers that the driver starts go with it */
        stage_name = stage;
        int code = work(device);
        shared->finished[started] = true;
        _exit(code);
    }
    if (pid > 0) setpgid(pid, pid);
    slot->pid = pid;
    started++;
}

static const char *signal_name(int number) {
    switch (number) {
        case SIGSEGV: return "SIGSEGV";
        case SIGABRT: return "SIGABRT";
        case SIGBUS: return "SIGBUS";
        case SIGILL: return "SIGILL";
        case SIGFPE: return "SIGFPE";
        case SIGKILL: return "SIGKILL";
        case SIGTERM: return "SIGTERM";
        case SIGSYS: return "SIGSYS";
        case SIGTRAP: return "SIGTRAP";
        default: return "signal";
    }
}

static void report(const char *stage, int device, const char *ended, int code, const char *signal, double ms) {
    line_begin("stage", stage);
    bool of_library = !strcmp(stage, "framework") && device >= 0;
    line_int_or_null("device", device >= 0 && !of_library, device);
    if (of_library) line_text("library", options.library[device]);
    line_text("ended", ended);
    line_int_or_null("code", code >= 0, code);
    line_text("signal", signal);
    line_ms("ms", ms);
    line_end();
}

/* true when it has come to an end, whichever */
static bool look(struct running *slot, int number) {
    int status = 0;
    double ms = now_ms() - slot->began;
    if (slot->pid < 0) {
        report(slot->stage, slot->device, "skipped", -1, NULL, 0);
        return true;
    }
    pid_t done = waitpid(slot->pid, &status, WNOHANG);
    if (done == slot->pid || (done < 0 && errno == ECHILD)) {
        kill(-slot->pid, SIGKILL);
        if (slot->killed > 0) {
            report(slot->stage, slot->device, "timeout", -1, NULL, ms);
        } else if (WIFSIGNALED(status)) {
            report(slot->stage, slot->device, "signal", -1, signal_name(WTERMSIG(status)), ms);
        } else if (!shared->finished[number]) {
            /* a library ended the process in the middle: its code says nothing */
            report(slot->stage, slot->device, "left", -1, NULL, ms);
        } else {
            slot->code = WEXITSTATUS(status);
            report(slot->stage, slot->device, "exit", slot->code, NULL, ms);
        }
        return true;
    }
    if (slot->killed > 0 && now_ms() - slot->killed > 2000) {
        /* not even SIGKILL ends it: it hangs in the kernel's part of the driver */
        report(slot->stage, slot->device, "timeout", -1, NULL, ms);
        return true;
    }
    bool late = options.total > 0 && now_ms() > options.deadline;
    if (slot->killed == 0 && (late || ms > options.limit * 1000.0)) {
        slot->killed = now_ms();
        kill(-slot->pid, SIGKILL);
        kill(slot->pid, SIGKILL);
    }
    return false;
}

int stage_wait_all(void) {
    int worst = 0, left = started;
    if (waited) return 0;
    while (left > 0) {
        for (int i = 0; i < started; i++) {
            if (!slots[i].ended && look(&slots[i], i)) {
                slots[i].ended = true;
                left--;
                if (slots[i].code > worst) worst = slots[i].code;
            }
        }
        if (left > 0) {
            struct timespec nap = {0, 500000};
            nanosleep(&nap, NULL);
        }
    }
    waited = true;
    return worst;
}

int stage_code(const char *stage) {
    for (int i = 0; i < started; i++) {
        if (!strcmp(slots[i].stage, stage)) return slots[i].code;
    }
    return -1;
}

void stage_skip(const char *stage) { report(stage, -1, "skipped", -1, NULL, 0); }
