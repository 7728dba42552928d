"""Results become words and pictures: boards, reports, exports. Reaches checking."""
