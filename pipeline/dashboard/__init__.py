"""The dashboard as code: QuickSight's own definition, put together from the data sets and the visuals on them."""
