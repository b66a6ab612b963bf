package dev.nodestart.conformance.assertj;

/** How assertions go on from a node to one of its cells, commands or scripts. */
interface Follow {
    /** A failure is thrown at once. */
    Follow HARD = new Follow() {
        @Override
        public <A extends FollowAssert<A, T>, T> A on(Class<A> type, A plain, Class<T> of, T actual) {
            plain.verifyRan();
            return plain;
        }
    };

    /**
     * An assertion on what the node gave, after it was checked that there is something to assert on.
     *
     * @param plain the assertion as it is where failures are thrown
     */
    <A extends FollowAssert<A, T>, T> A on(Class<A> type, A plain, Class<T> of, T actual);
}
