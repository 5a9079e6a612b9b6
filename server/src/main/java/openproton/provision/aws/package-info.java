/// How AWS is reached: endpoints, credentials, roles, objects, and what its errors mean. No class of the AWS SDK is
/// loaded before the first call, so that a server without AWS starts as fast as ever.
/// Start reading at [AwsSettings], then [AwsClients].
@Floor(
        number = 2,
        uses = {"auth.credential", "api"})
@NullMarked
package openproton.provision.aws;

import openproton.base.Floor;
import org.jspecify.annotations.NullMarked;
