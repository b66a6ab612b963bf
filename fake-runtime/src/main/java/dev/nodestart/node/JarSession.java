package dev.nodestart.node;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a jar's main class in the driver's own JVM. */
final class JarSession implements Session {
    private @Nullable Thread running;

    @Override
    @SuppressWarnings("SystemOut") // a jar's output goes to where System.out points: that is what is caught
    public void run(Cell cell) throws Exception {
        String[] words = cell.text().trim().split("\\s+");
        if (words.length < 2) {
            cell.fail("A jar command is [<jar> <main class> <arguments …>], not [" + cell.text() + "].");
            return;
        }
        File jar = new File(words[0]);
        if (!jar.exists()) {
            cell.fail("There is no jar [" + jar + "] in the node.");
            return;
        }
        PrintStream out = System.out;
        PrintStream err = System.err;
        setRunning(Thread.currentThread());
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {jar.toURI().toURL()}, JarSession.class.getClassLoader())) {
            System.setOut(to(cell::out));
            System.setErr(to(cell::err));
            Method main = classes.loadClass(words[1]).getMethod("main", String[].class);
            Thread.currentThread().setContextClassLoader(classes);
            main.invoke(null, (Object) Arrays.copyOfRange(words, 2, words.length));
            finish(out, err);
            cell.end("ok", 0);
        } catch (InvocationTargetException e) {
            finish(out, err);
            Throwable cause = e.getCause() == null ? e : e.getCause();
            trace(cell, cause);
        } catch (ReflectiveOperationException | LinkageError e) {
            finish(out, err);
            trace(cell, e);
        } finally {
            finish(out, err);
            Thread.currentThread().setContextClassLoader(JarSession.class.getClassLoader());
            setRunning(null);
        }
    }

    @Override
    public synchronized void cancel() {
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isAlive() {
        return true;
    }

    private synchronized void setRunning(@Nullable Thread thread) {
        running = thread;
    }

    private static void finish(PrintStream out, PrintStream err) {
        System.out.flush();
        System.err.flush();
        System.setOut(out);
        System.setErr(err);
    }

    private static void trace(Cell cell, Throwable problem) {
        StringWriter text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text));
        cell.part("TRACE", text.toString().getBytes(StandardCharsets.UTF_8));
        cell.end("error", 1);
    }

    private static PrintStream to(Consumer<byte[]> part) throws IOException {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        part.accept(new byte[] {(byte) b});
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        part.accept(Arrays.copyOfRange(bytes, from, from + length));
                    }
                },
                true,
                "UTF-8");
    }
}
