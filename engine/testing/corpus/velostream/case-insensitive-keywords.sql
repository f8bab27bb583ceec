-- form: keywords
-- expect: runs
select Zone, count(*) as N from RIDES group by ZONE window Tumbling(1M) emit Changes;
