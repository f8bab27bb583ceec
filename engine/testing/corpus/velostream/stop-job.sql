-- form: job-control
-- expect: UNSUPPORTED_JOB
STOP JOB tally;
