package dev.nodestart.emulator.host;

/** What to tell a person whose machine has no engine that can be used. */
final class EngineAdvice {

    static final String START =
            "No container engine answers, and only root may start the one that is installed: run [sudo systemctl start docker] or [sudo service docker start].";

    private EngineAdvice() {}

    static String install(Machine machine, Programs programs) {
        return "No container engine answers and none is installed. "
                + (programs.has("apt-get")
                        ? "Only root may install one: run [sudo apt-get install docker.io]."
                        : "On %s, install Docker Engine 20.10 or newer, or Podman with its socket, and start it."
                                .formatted(machine.osName()));
    }

    static String forbidden(EngineAddress address) {
        return "An engine's socket is at [%s], but this user may not open it: run as root, or [sudo usermod -aG docker $USER] and log in again."
                .formatted(address.host());
    }
}
