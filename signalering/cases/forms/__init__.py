"""The shape of what people type about signals and cases."""
