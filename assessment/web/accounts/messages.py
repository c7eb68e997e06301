"""What the accounts library says, in our words. Keys are its own; it fills in the names in ``%(…)s``."""

from __future__ import annotations

from collections.abc import Mapping


def message(sentence: str) -> str:
    """Marks a sentence for the catalogues; it is translated where it is shown."""
    return sentence


_SIGN_IN = {
    "GENERIC_AUTHN_FAILED": message("The address or the password is not right."),
    "UNAUTHENTICATED": message("Sign in to open this page."),
    "UNAUTHORIZED": message("You may not open this page."),
    "REAUTHENTICATION_REQUIRED": message("Please confirm once more that it is you."),
    "REAUTHENTICATION_SUCCESSFUL": message("Thank you, that was right."),
    "ANONYMOUS_USER_REQUIRED": message("You are signed in already."),
    "INVALID_REDIRECT": message("The page to go on to is not on this site."),
    "INVALID_PASSWORD": message("This password is not right."),
    "PASSWORD_NOT_PROVIDED": message("Type a password."),
    "DISABLED_ACCOUNT": message("This account is closed. Ask whoever runs the site."),
    "CONFIRMATION_REQUIRED": message("Confirm your address first: the link is in the email we sent you."),
    "USER_DOES_NOT_EXIST": message("The address or the password is not right."),
    "INVALID_INPUT": message("This value does not fit the field."),
    "API_ERROR": message("The page could not be read. Go back, reload it and try again."),
}

_ADDRESS = {
    "EMAIL_NOT_PROVIDED": message("Type your address."),
    "INVALID_EMAIL_ADDRESS": message("This is not an email address. It should look like name@example.org."),
    "EMAIL_ALREADY_ASSOCIATED": message("There is an account with the address %(email)s already."),
    "CONFIRM_REGISTRATION": message("We have sent an email to %(email)s. Open the link in it to confirm your address."),
    "CONFIRMATION_REQUEST": message("If %(email)s is waiting to be confirmed, an email with a new link is on its way."),
    "CONFIRMATION_EXPIRED": message("This link was good for %(within)s. Ask for a new one below."),
    "INVALID_CONFIRMATION_TOKEN": message("This link does not work. Ask for a new one below."),
    "ALREADY_CONFIRMED": message("This address is confirmed already. You can sign in."),
    "EMAIL_CONFIRMED": message("Your address is confirmed. You can sign in now."),
    "CHANGE_EMAIL_SENT": message(
        "We have sent an email to %(email)s. The address changes when you open the link in it."
    ),
    "CHANGE_EMAIL_EXPIRED": message("This link was good for %(within)s. Start again from your settings."),
    "CHANGE_EMAIL_CONFIRMED": message("Your address is changed. Sign in with the new one from now on."),
}

_PASSWORD = {
    "PASSWORD_RESET_REQUEST": message(
        "If there is an account with %(email)s, an email with a link to set a new password is on its way."
    ),
    "PASSWORD_RESET_EXPIRED": message("This link was good for %(within)s. Ask for a new one below."),
    "INVALID_RESET_PASSWORD_TOKEN": message(
        "This link does not work: it is incomplete or was used. Ask for a new one."
    ),
    "PASSWORD_RESET_NO_LOGIN": message(
        "Your new password is set, and all devices are signed out. Sign in with it now."
    ),
    "PASSWORD_CHANGE": message("Your password is changed, and all other devices are signed out."),
    "PASSWORD_IS_THE_SAME": message("This is the password you have already. Think of another one."),
    "PASSWORD_INVALID_LENGTH": message("A password has %(length)s to 128 characters."),
    "PASSWORD_TOO_SIMPLE": message(
        "This password is too easy to guess. Several words that do not belong together do well."
    ),
}

_SECOND_FACTOR = {
    "TWO_FACTOR_INVALID_TOKEN": message("This code is not right. Type the one the app shows now."),
    "TWO_FACTOR_LOGIN_SUCCESSFUL": message("Welcome. The code was right."),
    "TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL": message(
        "The authenticator app is set up. From now on sign-in asks for its code."
    ),
    "TWO_FACTOR_PERMISSION_DENIED": message(
        "That took too long, or the pages came out of order. Please sign in again."
    ),
    "TWO_FACTOR_METHOD_NOT_AVAILABLE": message("This cannot be chosen here."),
    "TWO_FACTOR_DISABLED": message("The second step is switched off. From now on the password is enough."),
    "TWO_FACTOR_SETUP_EXPIRED": message("Setting up takes at most %(within)s. Please start again."),
    "INVALID_RECOVERY_CODE": message("This recovery code is not right, or it was used before."),
    "NO_RECOVERY_CODES_SETUP": message("You have no recovery codes yet."),
}

_PASSKEY = {
    "WEBAUTHN_EXPIRED": message("Using a passkey takes at most %(within)s. Please try again."),
    "WEBAUTHN_NAME_REQUIRED": message("Give the passkey a name, so that you know it again."),
    "WEBAUTHN_NAME_INUSE": message("You have a passkey “%(name)s” already. Choose another name."),
    "WEBAUTHN_NAME_NOT_FOUND": message("There is no passkey “%(name)s” in your account."),
    "WEBAUTHN_NAME_DISALLOWED_CHARACTERS": message("A name can have letters, digits, spaces, hyphens and underscores."),
    "INVALID_INPUT_LENGTH": message("A name has at most 64 characters."),
    "WEBAUTHN_CREDENTIAL_DELETED": message("The passkey “%(name)s” is removed."),
    "WEBAUTHN_REGISTER_SUCCESSFUL": message("The passkey “%(name)s” is added."),
    "WEBAUTHN_CREDENTIAL_ID_INUSE": message("This passkey is in use already."),
    "WEBAUTHN_UNKNOWN_CREDENTIAL_ID": message("No account knows this passkey."),
    "WEBAUTHN_ORPHAN_CREDENTIAL_ID": message("No account knows this passkey."),
    "WEBAUTHN_NO_VERIFY": message("The passkey could not be checked. Please try again."),
    "WEBAUTHN_CREDENTIAL_WRONG_USAGE": message("This passkey is not meant for this step."),
    "WEBAUTHN_MISMATCH_USER_HANDLE": message("This passkey belongs to another account."),
}

MESSAGES: Mapping[str, tuple[str, str]] = {
    key: (sentence, "info") for key, sentence in (_SIGN_IN | _ADDRESS | _PASSWORD | _SECOND_FACTOR | _PASSKEY).items()
}
"""Sentence and category by the library's own key; pages show all categories alike."""
