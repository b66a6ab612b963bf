<!DOCTYPE html>
<html lang="en">
<body>setup.sh</body>
</html>
