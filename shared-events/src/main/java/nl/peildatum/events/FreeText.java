package nl.peildatum.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of an event that holds free text: it is stored beside the facts, enters the
 * hash as a commitment, and can be erased. The component is a nullable {@code String}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface FreeText {

    /** What a component reads as once its text has been erased. */
    String ERASED = "tekst gewist";
}
