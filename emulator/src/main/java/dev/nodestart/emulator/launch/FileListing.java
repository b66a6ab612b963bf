package dev.nodestart.emulator.launch;

import dev.nodestart.emulator.model.FolderChange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a node at one moment, as the agent lists them with {@code --trace-scripts}.
 *
 * @param files from path to what tells that a file is otherwise: when it changed, its type and size; folders are left out
 */
record FileListing(Map<String, String> files) {
    private static final int NAMED = 5;
    private static final int DEPTH = 3;

    static FileListing read(InputStream text) throws IOException {
        Map<String, String> files = new HashMap<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String[] fields = line.split("\t", 4);
            if (fields.length == 4 && !fields[1].equals("d") && !fields[1].equals("directory")) {
                files.put(fields[3], fields[0] + " " + fields[1] + " " + fields[2]);
            }
        }
        return new FileListing(files);
    }

    /** What is otherwise in a later listing, by folder of at most three levels. */
    List<FolderChange> until(FileListing later) {
        Map<String, Map<String, Character>> folders = new TreeMap<>();
        later.files.forEach((path, state) -> {
            String before = files.get(path);
            if (before == null) {
                note(folders, path, '+');
            } else if (!before.equals(state)) {
                note(folders, path, '~');
            }
        });
        files.keySet().stream()
                .filter(path -> !later.files.containsKey(path))
                .forEach(path -> note(folders, path, '-'));
        List<FolderChange> changes = new ArrayList<>();
        folders.forEach((folder, paths) -> changes.add(new FolderChange(
                folder,
                count(paths, '+'),
                count(paths, '~'),
                count(paths, '-'),
                paths.entrySet().stream()
                        .limit(NAMED)
                        .map(path -> path.getValue() + path.getKey())
                        .toList())));
        return changes;
    }

    private static void note(Map<String, Map<String, Character>> folders, String path, char sign) {
        folders.computeIfAbsent(folder(path), key -> new TreeMap<>()).put(path, sign);
    }

    private static int count(Map<String, Character> paths, char sign) {
        return (int) paths.values().stream().filter(one -> one == sign).count();
    }

    private static String folder(String path) {
        int end = 0;
        for (int depth = 0; depth < DEPTH; depth++) {
            int next = path.indexOf('/', end + 1);
            if (next < 0) {
                break;
            }
            end = next;
        }
        return end == 0 ? "/" : path.substring(0, end);
    }
}
