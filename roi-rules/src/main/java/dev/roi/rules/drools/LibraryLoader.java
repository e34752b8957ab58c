package dev.roi.rules.drools;

import java.util.function.Supplier;

/**
 * Drools looks its services up through the context class loader of the thread, once for each class loader of Drools, and
 * remembers where it found none. Whatever may be the first to use it does so with the loader that holds Drools.
 */
final class LibraryLoader {

    private LibraryLoader() {}

    /**
     * Does something with the context class loader that finds Drools, and puts back the one there was.
     *
     * @param <T> what comes of it
     * @param work what to do
     * @return what came of it
     */
    static <T> T in(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(LibraryLoader.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
