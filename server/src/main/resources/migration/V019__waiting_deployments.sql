-- The status of something that is deployed is that of its newest deployment, which is named here and not copied.
ALTER TABLE deployable ADD COLUMN deployment_id ${name};

-- Who ends the wait of a deployment that waits, and what for; NULL when it does not wait. See Phase.Waiting.
ALTER TABLE deployment ADD COLUMN waits_on ${name};

-- Whether a request deleted the record: it is shown no more, but still says where its target stands.
ALTER TABLE deployment ADD COLUMN hidden INT DEFAULT 0 NOT NULL;

UPDATE deployment SET waits_on = 'ENGINE'
 WHERE waits_for IS NOT NULL AND status IN ('IN_PROGRESS', 'DELETE_IN_PROGRESS');

UPDATE deployment SET status_message = coalesce(status_message, waits_for), waits_for = NULL
 WHERE waits_on IS NULL AND waits_for IS NOT NULL;

UPDATE deployment SET waits_on = 'SERVICE', waits_for = 'waits for other parts of its service'
 WHERE status IN ('IN_PROGRESS', 'DELETE_IN_PROGRESS')
   AND id NOT IN (SELECT task_instance FROM scheduled_tasks WHERE task_name = 'deploy');

UPDATE deployable SET deployment_id =
       (SELECT n.id FROM deployment n
         WHERE n.target_arn = deployable.arn AND n.target_created_at = deployable.created_at
         ORDER BY CASE WHEN n.status IN ('IN_PROGRESS', 'CANCELLING', 'DELETE_IN_PROGRESS') THEN 0 ELSE 1 END,
                  n.created_at DESC,
                  CASE WHEN n.id = deployable.attempted_deployment_id THEN 0 ELSE 1 END
         LIMIT 1);

-- The record of the newest deployment may have been deleted: it is made again, to say where its target stands.
UPDATE deployable SET deployment_id = NULL
 WHERE NOT EXISTS (SELECT 1 FROM deployment n
                    WHERE n.id = deployable.deployment_id AND n.status = deployable.status);

INSERT INTO deployment (id, account, region, target_arn, target_type, target_created_at, environment_name,
                        service_name, target_name, action, template, major, minor, spec, first, status,
                        status_message, created_at, modified_at, completed_at, outputs, resources, hidden)
SELECT 'deleted ' || arn, account, region, arn, type, created_at, environment_name,
       service_name, name, CASE status WHEN 'DELETE_FAILED' THEN 'DEPROVISION' ELSE 'PROVISION' END,
       template, major, minor, spec, 0, status,
       status_message, attempted_at, attempted_at, attempted_at, '{}', '[]', 1
  FROM deployable
 WHERE deployment_id IS NULL;

UPDATE deployable SET deployment_id = 'deleted ' || arn WHERE deployment_id IS NULL;

ALTER TABLE deployable DROP COLUMN status;
ALTER TABLE deployable DROP COLUMN status_message;
ALTER TABLE deployable DROP COLUMN before_status;
ALTER TABLE deployable DROP COLUMN before_message;
ALTER TABLE deployable DROP COLUMN before_attempted_at;
ALTER TABLE deployable DROP COLUMN before_attempted_id;

-- What is deployed, with where it stands. A migration that changes the columns of either table makes it anew.
CREATE VIEW deployable_now AS
SELECT d.*, n.status, n.status_message, n.waits_for, n.waits_on
  FROM deployable d
  JOIN deployment n ON n.id = d.deployment_id;
