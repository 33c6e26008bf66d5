/** A Trino server; etc/config.properties in the working folder configures it. */
class Oracle {
    public static void main(String[] arguments) {
        new io.trino.server.Server().start(arguments[0]);
    }
}
