/// Turns the API's Smithy model into the records of the room `api`. Start reading at [Generate].
@NullMarked
package openproton.model;

import org.jspecify.annotations.NullMarked;
