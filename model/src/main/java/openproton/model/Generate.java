package openproton.model;

public final class Generate {
    private Generate() {}

    public static void main(String[] args) {}
}
