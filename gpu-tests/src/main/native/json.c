/* JSON Lines: one buffer, one write a line, so that lines of several processes never mix. */
#include "probe.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LINE = 4000, LONGEST = 900 }; /* a pipe takes 4096 bytes in one piece */

static char line[LINE + 96];
static size_t used;
static int out = 1;

void output_to(int descriptor) { out = descriptor; }

static void put(const char *text, size_t length) {
    if (used + length < LINE) {
        memcpy(line + used, text, length);
        used += length;
    }
}

static void put_text(const char *text) { put(text, strlen(text)); }

static void put_string(const char *value) {
    put("\"", 1);
    for (size_t i = 0; value[i] && i < LONGEST && used < LINE - 160; i++) {
        unsigned char c = (unsigned char) value[i];
        char escape[8];
        if (c == '"' || c == '\\') {
            escape[0] = '\\';
            escape[1] = (char) c;
            put(escape, 2);
        } else if (c < 0x20 || c >= 0x7f) {
            put(escape, (size_t) snprintf(escape, sizeof escape, "\\u%04x", c));
        } else {
            put((const char *) &c, 1);
        }
    }
    put("\"", 1);
}

static void put_key(const char *key) {
    put(used == 1 ? "\"" : ",\"", used == 1 ? 1 : 2);
    put_text(key);
    put("\":", 2);
}

void line_begin(const char *kind, const char *value) {
    line[0] = '{';
    used = 1;
    line_text(kind, value);
}

void line_fact(const char *fact, const char *stage) {
    line_begin("fact", fact);
    line_text("stage", stage);
}

void line_text(const char *key, const char *value) {
    put_key(key);
    if (value) put_string(value); else put("null", 4);
}

void line_null(const char *key) { line_text(key, NULL); }

void line_int(const char *key, long long value) {
    char text[24];
    put_key(key);
    put(text, (size_t) snprintf(text, sizeof text, "%lld", value));
}

void line_uint(const char *key, unsigned long long value) {
    char text[24];
    put_key(key);
    put(text, (size_t) snprintf(text, sizeof text, "%llu", value));
}

void line_int_or_null(const char *key, bool known, long long value) {
    if (known) line_int(key, value); else line_null(key);
}

void line_ms(const char *key, double value) {
    char text[40];
    if (!(value >= 0 && value < 1e12)) value = 0; /* a driver's clock may give anything; NaN is no JSON */
    put_key(key);
    put(text, (size_t) snprintf(text, sizeof text, "%.3f", value));
}

void line_bool(const char *key, bool value) {
    put_key(key);
    put_text(value ? "true" : "false");
}

void line_list(const char *key, char texts[][256], int count) {
    put_key(key);
    put("[", 1);
    for (int i = 0; i < count; i++) {
        if (i) put(",", 1);
        put_string(texts[i]);
    }
    put("]", 1);
}

void line_end(void) {
    line[used++] = '}';
    line[used++] = '\n';
    for (size_t sent = 0; sent < used;) {
        ssize_t n = write(out, line + sent, used - sent);
        if (n <= 0) _exit(1); /* nobody reads any more */
        sent += (size_t) n;
    }
}
