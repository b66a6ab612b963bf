package dev.nodestart.emulator.engine;

import java.util.Map;

/** Calls on named volumes. */
public final class Volumes {
    private final EngineHttp http;

    Volumes(EngineHttp http) {
        this.http = http;
    }

    /** Makes an empty volume; one of that name that is there already is fine. */
    public void create(String name, Map<String, String> labels) {
        var body = EngineHttp.object().put("Name", name);
        labels.forEach(body.putObject("Labels")::put);
        http.post("/volumes/create", body);
    }

    /** Whether there is a volume of that name. */
    public boolean exists(String name) {
        try {
            http.get("/volumes/" + EngineHttp.encode(name));
            return true;
        } catch (EngineException e) {
            if (e.isNotFound()) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Removes a volume; one that is not there is fine.
     *
     * @return false where a container still has it
     */
    public boolean remove(String name) {
        try {
            http.delete("/volumes/" + EngineHttp.encode(name));
            return true;
        } catch (EngineException e) {
            if (e.isConflict()) {
                return false;
            }
            if (!e.isNotFound()) {
                throw e;
            }
            return true;
        }
    }
}
