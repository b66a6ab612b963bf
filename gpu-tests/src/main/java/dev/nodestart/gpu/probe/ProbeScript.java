package dev.nodestart.gpu.probe;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The script that brings the probe into a node, runs it and takes it away: one exec for everything. */
final class ProbeScript {

    /** A shell takes no argument that is longer, script included (Linux, MAX_ARG_STRLEN). */
    static final int LONGEST = 128 * 1024;

    private ProbeScript() {}

    static String of(byte[] program, List<String> arguments) {
        return """
            data=%s
            loader=/lib64/ld-linux-x86-64.so.2
            there=false; [ -e "$loader" ] && there=true
            musl=false; for file in /lib/ld-musl-*.so.1; do [ -e "$file" ] && musl=true; done
            printf '{"fact":"loader","stage":"harness","path":"%%s","exists":%%s,"musl":%%s}\\n' "$loader" "$there" "$musl"
            problem='no folder can be written to'
            for folder in /databricks/.nodestart /tmp /var/tmp /dev/shm; do
              probe=$folder/.gpu-probe.$$
              (umask 022; printf %%s "$data" | base64 -d > "$probe") 2>/dev/null || { rm -f "$probe" 2>/dev/null; continue; }
              chmod 755 "$probe"
              "$probe" --help > /dev/null 2>&1
              code=$?
              # bad usage: it runs
              if [ $code -eq 64 ]; then
                "$probe" %s
                code=$?
                rm -f "$probe"
                printf '{"harness":"exit","code":%%s}\\n' "$code"
                exit 0
              fi
              rm -f "$probe"
              problem="the shell gave code $code in $folder"
            done
            command -v base64 > /dev/null 2>&1 || problem='the image has no base64'
            printf '{"harness":"error","message":"The GPU probe could not be started: %%s."}\\n' "$problem"
            """.formatted(
                        Base64.getEncoder().encodeToString(program),
                        arguments.stream().map(ProbeScript::quoted).collect(Collectors.joining(" ")));
    }

    private static String quoted(String argument) {
        return "'" + argument.replace("'", "'\\''") + "'";
    }
}
