/** Functions that one of the engines has and that are not run yet: refused as such, not as unknown. */
export const otherFunctions: ReadonlySet<string> = new Set(
  `lag lead row_number rank dense_rank percent_rank cume_dist ntile nth_value
  current_time localtime
  hop_start hop_end hop_rowtime session_start session_end session_rowtime tumble_proctime current_watermark
  header header_keys has_header set_header remove_header`.split(/\s+/),
);
