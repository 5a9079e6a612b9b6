package openproton;

import openproton.base.Floor;

/// Reads the floor that a package names in its `package-info`.
final class PackageFloors {
    private PackageFloors() {}

    static Floor of(String packageName) {
        try {
            Floor floor = Class.forName(packageName + ".package-info").getAnnotation(Floor.class);
            if (floor == null) {
                throw new AssertionError(packageName + " names no floor in its package-info");
            }
            return floor;
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(packageName + " has no package-info", missing);
        }
    }
}
