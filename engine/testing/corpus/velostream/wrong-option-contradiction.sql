-- form: wrong-options
-- expect: CONTRADICTING_OPTIONS
SELECT zone FROM rides WITH ('watermark.strategy' = 'ascending', 'watermark.max_out_of_orderness' = '5s');
