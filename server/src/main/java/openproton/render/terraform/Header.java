package openproton.render.terraform;

/// The comment at the top of every Terraform file that names its resource.
///
/// @param comment the whole comment with a line end
record Header(String comment) {

    static Header managed(String arn) {
        return new Header("""
            /*
            OpenProton keeps this file for the resource
            %s
            and writes it anew whenever it updates that resource: changes made here by hand are lost. Change the template
            or the spec instead. Once the resource is gone there, what this file made has to be cleaned up by hand.
            */
            """.formatted(arn));
    }

    static Header deleted(String arn) {
        return new Header("""
            /*
            OpenProton no longer keeps this file: the resource
            %s
            was deleted. The file stays so that what it made can be destroyed; remove it by hand when that is done.
            */
            """.formatted(arn));
    }

    String above(String text) {
        return comment + "\n" + text;
    }

    boolean isAbove(String text) {
        return text.startsWith(comment);
    }

    String replacedIn(String text, Header other) {
        return other.comment + text.substring(comment.length());
    }
}
