package nl.peildatum.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The stable logical name under which an event is stored, for ever, whatever its class is called.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredAs {

    /** The name, in kebab-case. */
    String value();

    /** The revision of the stored form, counted from 1. */
    int revision() default 1;
}
