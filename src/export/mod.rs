//! The records in other formats: pure functions of the model.
