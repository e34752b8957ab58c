package dev.roi.core;

import java.util.ServiceLoader;

/** Where nouns get their documents from. */
final class Documented {

    /** From where the library is: a thread of an application may see another class path. */
    private static final DocumentWriter WRITER = ServiceLoader.load(
                    DocumentWriter.class, DocumentWriter.class.getClassLoader())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("META-INF/services/%s of roi-core is not on the class path"
                    .formatted(DocumentWriter.class.getName())));

    private Documented() {}

    static Object document(Object noun) {
        return WRITER.document(noun);
    }
}
