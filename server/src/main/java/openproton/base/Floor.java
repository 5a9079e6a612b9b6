package openproton.base;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Where a room stands in the house, and which rooms it may use; `HouseTest` holds the compiled classes to it.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface Floor {

    /// The floor, from 0 (the ground, uses nothing) to 6 (the roof).
    int number();

    /// The rooms whose public types this one may use, by their package name below `openproton`.
    String[] uses() default {};
}
