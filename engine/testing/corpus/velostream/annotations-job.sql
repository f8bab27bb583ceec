-- form: annotations-without-effect
-- expect: runs
-- notes: ANNOTATION_WITHOUT_EFFECT
-- @job_mode: transactional
-- @batch_size: 500
-- @sticky_partition_id: 3
SELECT zone, fare FROM rides;
