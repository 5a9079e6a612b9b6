package openproton.base;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The floor of a package in the house, and the packages that it uses; `FloorsTest` compares both with the compiled
/// classes, and `bin/floors` writes [#uses].
///
/// Each package speaks for itself alone: naming `auth` does not open `auth.policy`, and a package names even those
/// inside or around it. It names exactly the packages that it uses, on its own floor or a lower one, and packages do
/// not use each other in a circle.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface Floor {

    /// The floor, from 0 (the ground, uses nothing) to 6 (the roof).
    int number();

    /// Every package that this one uses, by its name below `openproton`, such as `auth.policy`; the highest floors
    /// first.
    String[] uses() default {};
}
