//! Tables hold what records hold, in columns that never change.
