/* The probe's kernels as plain C, chosen by the name of their entry. What they must do is written in kernels.ptx. */
#include "sim.h"
#include <string.h>

#define PARAMETER(type, number) (*(type *) parameters[number])
#define WORDS(number) ((uint32_t *) (uintptr_t) PARAMETER(uint64_t, number))
#define FLOATS(number) ((float *) (uintptr_t) PARAMETER(uint64_t, number))

static uint32_t mix(uint32_t h) {
    h ^= h >> 16;
    h *= 0x7feb352du;
    h ^= h >> 15;
    h *= 0x846ca68bu;
    return h ^ h >> 16;
}

static uint32_t pattern(uint64_t i, uint32_t multiplier, uint32_t mask) {
    return ((uint32_t) i * multiplier + ((uint32_t) (i >> 32) * multiplier << 7)) ^ mask;
}

static void chain(const float *x, float *out, uint64_t n) {
    for (uint64_t i = 0; i < n; i++) {
        float y = x[i];
        for (int k = 0; k < 64; k++) y = (float) ((double) y * x[i] + 0.5);
        out[i] = y;
    }
}

static void verify(void **parameters) {
    uint64_t *errors = (uint64_t *) (uintptr_t) PARAMETER(uint64_t, 4), *first = (uint64_t *) (uintptr_t) PARAMETER(uint64_t, 5);
    for (uint64_t i = 0, n = PARAMETER(uint64_t, 1); i < n; i++) {
        if (WORDS(0)[i] == pattern(i, PARAMETER(uint32_t, 2), PARAMETER(uint32_t, 3))) continue;
        ++*errors;
        if (i < *first) *first = i;
    }
}

static void *run(const char *name, void **parameters) {
    if (!strcmp(name, "vadd")) {
        for (uint64_t i = 0, n = PARAMETER(uint64_t, 3); i < n; i++) FLOATS(2)[i] = FLOATS(0)[i] + FLOATS(1)[i];
        return FLOATS(2);
    }
    if (!strcmp(name, "hash")) {
        for (uint64_t i = 0, n = PARAMETER(uint64_t, 1); i < n; i++) WORDS(0)[i] = mix((uint32_t) i ^ PARAMETER(uint32_t, 2));
        return WORDS(0);
    }
    if (!strcmp(name, "fma")) {
        chain(FLOATS(0), FLOATS(1), PARAMETER(uint64_t, 2));
        return FLOATS(1);
    }
    if (!strcmp(name, "pattern_write")) {
        for (uint64_t i = 0, n = PARAMETER(uint64_t, 1); i < n; i++) {
            WORDS(0)[i] = pattern(i, PARAMETER(uint32_t, 2), PARAMETER(uint32_t, 3));
        }
        return WORDS(0);
    }
    if (!strcmp(name, "pattern_verify")) {
        verify(parameters);
        return WORDS(5);
    }
    if (!strcmp(name, "copy16")) {
        memcpy(WORDS(0), WORDS(1), PARAMETER(uint64_t, 2) * 16);
        return WORDS(0);
    }
    if (!strcmp(name, "read16")) {
        uint32_t sum = 0;
        for (uint64_t i = 0, n = PARAMETER(uint64_t, 1) * 4; i < n; i++) sum += WORDS(0)[i];
        *WORDS(2) += sum;
        return WORDS(2);
    }
    if (!strcmp(name, "write16")) {
        for (uint64_t i = 0, n = PARAMETER(uint64_t, 1) * 4; i < n; i++) WORDS(0)[i] = PARAMETER(uint32_t, 2);
        return WORDS(0);
    }
    return NULL;
}

bool sim_run_kernel(const char *name, void **parameters) {
    uint32_t *out = run(name, parameters);
    if (out && sim_names("CORRUPT", name)) out[0] ^= 1; /* one bit of one word */
    return out != NULL;
}
