/** The smallest program that a JVM can start, for the floor of the launch benchmark. */
final class Trivial {
    public static void main(String[] arguments) {
        System.out.println(arguments[0]);
    }
}
