-- form: job-control
-- expect: UNSUPPORTED_JOB
STOP FORCE JOB tally;
